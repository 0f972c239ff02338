import { invalid } from "../../api/api-error.ts";
import { type Band, bandOf, checkBandUnprotected, size } from "../../book/dimension.ts";
import { deletion, follow } from "../../book/structure.ts";
import type { Context, RequestKind } from "../request-kind.ts";

/** Deletes rows or columns with all they hold. */
export const deleteDimension: RequestKind<"deleteDimension"> = ({ range }, context) => {
  const band = bandOf(context, range);
  const one = band.axis.slice(0, -1);
  const count = size(band.sheet, band.axis);
  if (band.end > count)
    throw invalid(
      `Cannot delete a ${one} that doesn't exist. Tried to delete ${one} index ${band.end - 1} but there are only ${count} ${band.axis}.`,
    );
  if (band.end - band.start === count) throw invalid(`You can't delete all the ${band.axis} on the sheet.`);
  checkNotAllUnfrozen(band, count);
  checkBandUnprotected(context, band);
  deleteBand(context, band);
  return undefined;
};

/** Deletes rows or columns and carries along all that points behind them. */
export function deleteBand({ book }: Context, { sheet, axis, start, end }: Band): void {
  const frozen = axis === "rows" ? "frozenRowCount" : "frozenColumnCount";
  const grid = sheet.properties.gridProperties;
  const kept = deletion(start, end - start)(0, grid?.[frozen] ?? 0)?.[1] ?? 0;
  if (grid?.[frozen] && kept > 0) grid[frozen] = kept;
  else if (grid) delete grid[frozen];
  sheet.grid.delete(axis, start, end - start);
  sheet.parts[axis].splice(start, end - start);
  follow(book, sheet, axis, deletion(start, end - start));
}

function checkNotAllUnfrozen({ sheet, axis, start, end }: Band, count: number): void {
  const grid = sheet.properties.gridProperties;
  const frozen = (axis === "rows" ? grid?.frozenRowCount : grid?.frozenColumnCount) ?? 0;
  if (frozen > 0 && start <= frozen && end === count)
    throw invalid(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
}
