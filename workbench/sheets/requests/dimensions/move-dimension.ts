import { invalid } from "../../api/api-error.ts";
import { type Band, bandOf, checkBand, checkBandUnprotected, size } from "../../book/dimension.ts";
import { toRect } from "../../book/grid-range.ts";
import { follow, movement } from "../../book/structure.ts";
import { moveItems } from "../../cells/grid.ts";
import type { RequestKind } from "../request-kind.ts";

/** Moves rows or columns; the destination is counted before the move. */
export const moveDimension: RequestKind<"moveDimension"> = ({ source, destinationIndex }, context) => {
  const band = bandOf(context, source);
  const to = destinationIndex ?? 0;
  checkBand(band);
  if (to < 0 || to > size(band.sheet, band.axis)) throw invalid(`destinationIndex[${to}] is outside the grid.`);
  if (to > band.start && to < band.end) throw invalid("The destination must not lie within the moved range.");
  checkMerges(band, to);
  checkBandUnprotected(context, band);
  const { sheet, axis, start, end } = band;
  sheet.grid.move(axis, start, end - start, to);
  moveItems(sheet.parts[axis], start, end - start, to);
  follow(context.book, sheet, axis, movement(start, end - start, to));
  return undefined;
};

/** A merged cell is neither torn apart nor entered. */
function checkMerges({ sheet, axis, start, end }: Band, to: number): void {
  const splits = (from: number, until: number, at: number) => from < at && at < until;
  const crossed = sheet.parts.merges.map(toRect).some((merge) => {
    const [from, until] = axis === "rows" ? [merge.startRow, merge.endRow] : [merge.startColumn, merge.endColumn];
    return [start, end, to].some((at) => splits(from, until, at));
  });
  if (crossed)
    throw invalid(
      `Sorry, it is not possible to move a ${axis.slice(0, -1)} to a position that crosses a merged cell. Please unmerge and try again.`,
    );
}
