import { sheetNames } from "../../../core/sheet-names.ts";
import { isSet, resolve, type Sets } from "../../sets/rules/sets.ts";
import type { ShipmentLine } from "./shipment.ts";

/** What 出荷明細 says of so many of a set, for the warehouse to pick; nothing of other products. */
export function setContents(
  sets: Sets,
  productCode: string,
  units: number,
): Pick<ShipmentLine, "setParts" | "questions"> {
  const parts = units === 0 || !isSet(sets, productCode) ? [] : resolve(sets, productCode, units);
  if (parts === "refused") return { setParts: "", questions: toMend(productCode) };
  return { setParts: parts.map((part) => `${part.code} × ${part.units}`).join("\n"), questions: "" };
}

const toMend = (code: string): string =>
  `セット商品「${code}」の設定に誤りがあるため、内訳がわかりません。「${sheetNames.sets}」を直すと、次の取込で解消されます。`;

const SHOWN = 5;

/** What a row asks because of its lines: a wrong guess would be a wrong parcel. Each set once. */
export function setsToMend(lines: readonly ShipmentLine[]): string[] {
  const broken = [...new Set(lines.map(({ questions }) => questions).filter(Boolean))];
  const more = broken.length - SHOWN;
  return [...broken.slice(0, SHOWN), ...(more > 0 ? [`ほか${more}件のセット商品も、内訳がわかりません。`] : [])];
}
