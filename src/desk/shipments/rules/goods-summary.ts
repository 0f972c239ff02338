import { linesOf, oneLine } from "../../../core/line-break.ts";
import type { ShipmentLine } from "./shipment.ts";

type Goods = Pick<ShipmentLine, "name" | "variation" | "units">;

/** What of a product fits into the cell, and of that its choices, in characters of half width; all of it stands in 出荷明細. */
const [PRODUCT, CHOICES] = [34, 14];

/** What a parcel holds, in one cell: the first product, and how many others there are. */
export function goodsSummary(lines: readonly Goods[]): string {
  const [first, ...others] = lines.filter(({ units }) => (units ?? 0) > 0);
  if (first === undefined) return "";
  const choices = fitted(choicesOf(first), CHOICES);
  const name = fitted(oneLine(first.name), PRODUCT - (choices === "" ? 0 : widthOf(choices) + 1));
  const product = [name, choices].filter(Boolean).join(" ");
  return `${product} ×${first.units}${others.length === 0 ? "" : ` ほか${others.length}点`}`;
}

/** The shop writes "サイズ:S", one a line. */
const choicesOf = ({ variation }: Goods): string =>
  oneLine(
    linesOf(variation)
      .map((line) => line.replace(/^[^:：]*[:：]/, ""))
      .join("\n"),
  );

const ELLIPSIS = "…";

function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, left] = ["", width - widthOf(ELLIPSIS)];
  for (const character of text) {
    left -= widthOf(character);
    if (left < 0) break;
    kept += character;
  }
  return kept.trimEnd() + ELLIPSIS;
}

/** Japanese characters are twice as wide as those of Latin. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
