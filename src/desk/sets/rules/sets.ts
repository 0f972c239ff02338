import { groupedBy } from "../../../core/grouped.ts";
import { plainCode } from "../../../shop/product-code.ts";
import { codeFaults } from "./code-faults.ts";
import { circleFrom, inOrder, type SetRows } from "./set-links.ts";
import { rowFaults, type SetFault, type SetRow } from "./set-row.ts";
import { setTexts } from "./set-texts.ts";
import { type SpelledLike, spelledLike } from "./spelled-like.ts";

/** So many of one product. */
export interface Part {
  readonly code: string;
  readonly units: number;
}

/** What セット商品 says, by the plain codes of the sets. */
export interface Sets {
  /** What one of each set that can be used consists of: products alone, in the order of their codes. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
  /** Sets with a row that has to be mended first. */
  readonly refused: ReadonlySet<string>;
}

export const NO_SETS: Sets = { parts: new Map(), refused: new Set() };

/** What so many of a product consist of: itself where it is no set. */
export function resolve({ parts, refused }: Sets, code: string, units: number): readonly Part[] | "refused" {
  const set = plainCode(code);
  if (refused.has(set)) return "refused";
  return parts.get(set)?.map((part) => ({ ...part, units: part.units * units })) ?? [{ code, units }];
}

export const isSet = ({ parts, refused }: Sets, code: string): boolean =>
  parts.has(plainCode(code)) || refused.has(plainCode(code));

/**
 * The sets of these rows, one with a faulty row refused whole. `products` are the codes of 商品マスタ: while it is empty
 * nobody can say which parts are unknown, and none is.
 */
export function setsOf(
  unordered: readonly SetRow[],
  products: ReadonlySet<string>,
): { readonly sets: Sets; readonly faults: readonly SetFault[] } {
  const rows = [...unordered].sort((a, b) => a.index - b.index);
  const bySet = groupedBy(
    rows.filter(({ setCode }) => plainCode(setCode) !== ""),
    ({ setCode }) => plainCode(setCode),
  );
  const productsLike = spelledLike(products);
  const faults = [...rowFaults(rows), ...codeFaults(bySet, products, productsLike)];
  const { ordered, circling } = inOrder(bySet);
  const refused = new Set([...faults.map(({ set }) => set).filter(Boolean), ...circling]);
  const parts = new Map<string, readonly Part[]>();
  for (const set of [...ordered, ...circling]) {
    const own = bySet.get(set) as readonly SetRow[];
    const inner = own.flatMap((row) => innerFaults(set, row, bySet, refused, circling));
    faults.push(...inner);
    if (inner.length > 0) refused.add(set);
    if (!refused.has(set)) parts.set(set, leavesOf(own, parts, productsLike));
  }
  return { sets: { parts, refused }, faults };
}

function innerFaults(
  set: string,
  row: SetRow,
  sets: SetRows,
  refused: ReadonlySet<string>,
  circling: ReadonlySet<string>,
): SetFault[] {
  const part = plainCode(row.partCode);
  if (!sets.has(part) || !refused.has(part)) return [];
  const nameOf = (code: string) => sets.get(code)?.[0]?.setCode.trim() ?? code;
  const circle = circling.has(part) ? circleFrom(sets, set, part, circling) : undefined;
  const reason = circle === undefined ? setTexts.inner(nameOf(part)) : setTexts.circle(circle.map(nameOf));
  return [{ row, column: "partCode", reason, set }];
}

/** Spelled as 商品マスタ has them, and in an order of their own: that people sort the sheet is no news. */
function leavesOf(rows: readonly SetRow[], parts: Sets["parts"], productsLike: SpelledLike): Part[] {
  const units = new Map<string, number>();
  for (const { partCode, quantity } of rows) {
    const product = productsLike(partCode)[0] ?? partCode.trim();
    for (const leaf of parts.get(plainCode(partCode)) ?? [{ code: product, units: 1 }])
      units.set(leaf.code, (units.get(leaf.code) ?? 0) + leaf.units * (quantity ?? 0));
  }
  return [...units].map(([code, total]) => ({ code, units: total })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
