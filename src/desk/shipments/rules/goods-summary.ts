import { linesOf, oneLine } from "../../../core/line-break.ts";
import type { ShipmentLine } from "./shipment.ts";
import { cut } from "./short-text.ts";

type Goods = Pick<ShipmentLine, "name" | "variation" | "units">;

/** What of a name fits into the cell; all of it stands in 出荷明細. */
const [NAME, VARIATION] = [18, 10];

/** What a parcel holds, in one cell: the first product, and how many others there are. */
export function goodsSummary(lines: readonly Goods[]): string {
  const [first, ...others] = lines.filter(({ units }) => (units ?? 0) > 0);
  if (first === undefined) return "";
  const product = [cut(oneLine(first.name), NAME), cut(choicesOf(first), VARIATION)].filter(Boolean).join(" ");
  return `${product} ×${first.units}${others.length === 0 ? "" : ` ほか${others.length}点`}`;
}

/** The shop writes "サイズ:S", one a line. */
const choicesOf = ({ variation }: Goods): string =>
  oneLine(
    linesOf(variation)
      .map((line) => line.replace(/^[^:：]*[:：]/, ""))
      .join("\n"),
  );
