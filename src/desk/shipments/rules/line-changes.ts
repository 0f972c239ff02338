import { filledLines, oneLine } from "../../../core/line-break.ts";
import { isLeft, type ShipmentLine } from "./shipment.ts";
import { cut, shortName } from "./short-text.ts";

/** A row of 出荷明細 as the list has it. */
export interface KnownLine {
  readonly line: ShipmentLine;
  readonly intact: boolean;
}

/** The same line of an order now and then. */
export const lineKey = ({ basketId, detailId, variantId }: ShipmentLine): string =>
  [basketId, detailId, variantId].join("\u001f");

/** Ends a note whose old value somebody may have typed on the sheet. */
export const altered = (note: string): string => `${note}（シート上の書き換えを含みます）`;

/**
 * What became of the lines of one destination, a text each.
 * `complete`: what the list lacks is new to the order, and was not deleted from the sheet. `inWork`: somebody may have
 * picked what a set consisted of until now; other lines just follow セット商品.
 */
export function lineChanges(
  known: readonly KnownLine[],
  after: readonly ShipmentLine[],
  { complete, inWork }: { readonly complete: boolean; readonly inWork: boolean },
): string[] {
  const then = new Map(
    known.filter(({ line, intact }) => isLeft(line) || !intact).map((row) => [lineKey(row.line), row]),
  );
  const now = new Set(after.map(lineKey));
  return [
    ...after.flatMap((line) => {
      const old = then.get(lineKey(line));
      if (old !== undefined && !old.intact) return restored(old.line, line);
      if (old !== undefined) return [...lineChange(old.line, line), ...(inWork ? setChange(old.line, line) : [])];
      return complete && isLeft(line) ? [`商品追加: ${shortName(line)} ×${line.units}`] : [];
    }),
    ...[...then]
      .filter(([key, { intact }]) => intact && !now.has(key))
      .map(([, { line }]) => `商品削除: ${shortName(line)} ×${line.units}`),
  ];
}

function lineChange(before: ShipmentLine, after: ShipmentLine): string[] {
  const name = shortName(after);
  return [
    ...change(`数量: ${name}`, String(before.units), String(after.units)),
    ...change(`項目選択肢: ${name}`, oneLine(before.choice), oneLine(after.choice)),
  ];
}

/** That a set has contents for the first time is no change of them, and that they follow the quantity goes without saying. */
const setChange = (before: ShipmentLine, after: ShipmentLine): string[] =>
  before.setParts === "" || before.units !== after.units
    ? []
    : change(`セット内訳: ${shortName(after)}`, listed(before.setParts), listed(after.setParts));

const listed = (parts: string): string => filledLines(parts).join("、");

/** Shortened, so that one long text does not push the other changes out of their cell. */
export const change = (what: string, from: string, to: string): string[] =>
  from === to ? [] : [`${what} ${cut(from) || EMPTY} → ${cut(to) || EMPTY}`];
const EMPTY = "（空）";

/** A cell that was emptied is filled again; what somebody typed is gone, which they have to hear of. */
function restored(before: ShipmentLine, after: ShipmentLine): string[] {
  const isOvertyped = (Object.keys(after) as (keyof ShipmentLine)[]).some(
    (field) => (before[field] ?? "") !== "" && oneLine(String(before[field])) !== oneLine(String(after[field])),
  );
  return [
    ...(isOvertyped ? [`出荷明細の書き換えを元に戻しました: ${shortName(after)}`] : []),
    ...lineChange({ ...before, units: before.units ?? after.units }, after).map(altered),
  ];
}

interface CountedLine {
  readonly line: Pick<ShipmentLine, "units">;
  readonly intact: boolean;
}

/** Whether the rows of 出荷明細 are those that the shipment's row was written with; people may have deleted or altered some. */
export function matches(known: readonly CountedLine[], lineCount: number | null, units: number | null): boolean {
  const left = known.map(({ line }) => line).filter(isLeft);
  return (
    known.every(({ intact }) => intact) &&
    left.length === lineCount &&
    left.reduce((sum, line) => sum + (line.units ?? 0), 0) === units
  );
}
