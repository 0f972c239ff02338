import { type ShipmentLine, shortName } from "./shipment.ts";

/** A row of 出荷明細 as the list has it. */
export interface KnownLine {
  readonly line: ShipmentLine;
  readonly intact: boolean;
}

/** The same line of an order now and then. */
export const lineKey = ({ basketId, detailId, variantId }: ShipmentLine): string =>
  [basketId, detailId, variantId].join("\u001f");

const isLeft = ({ units }: ShipmentLine): boolean => units !== 0;

/** What became of the lines of one destination, a text each. A line that left the order stays on the list with 0 units. */
export function lineChanges(before: readonly ShipmentLine[], after: readonly ShipmentLine[]): string[] {
  const then = new Map(before.filter(isLeft).map((line) => [lineKey(line), line]));
  const now = new Set(after.map(lineKey));
  return [
    ...after.flatMap((line) => {
      const old = then.get(lineKey(line));
      return old === undefined ? [`商品追加: ${shortName(line)} ×${line.units}`] : lineChange(old, line);
    }),
    ...[...then].filter(([key]) => !now.has(key)).map(([, line]) => `商品削除: ${shortName(line)} ×${line.units}`),
  ];
}

function lineChange(before: ShipmentLine, after: ShipmentLine): string[] {
  const name = shortName(after);
  return [
    ...(before.units === after.units ? [] : [`数量: ${name} ${before.units} → ${after.units}`]),
    ...(oneLine(before.choice) === oneLine(after.choice)
      ? []
      : [`項目選択肢: ${name} ${oneLine(before.choice) || "（空）"} → ${oneLine(after.choice) || "（空）"}`]),
  ];
}

const oneLine = (text: string): string => text.replace(/\s*\r?\n\s*/g, " ").trim();

/** Whether the rows of 出荷明細 are those that the shipment's row was written with; people may have deleted or altered some. */
export function matches(known: readonly KnownLine[], lineCount: number | null, units: number | null): boolean {
  const left = known.map(({ line }) => line).filter(isLeft);
  return (
    known.every(({ intact }) => intact) &&
    left.length === lineCount &&
    left.reduce((sum, line) => sum + (line.units ?? 0), 0) === units
  );
}
