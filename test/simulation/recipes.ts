import { plain } from "./books.ts";
import { PRODUCTS, SETS } from "./declared.ts";
import { cellIn } from "./goods.ts";
import type { Ledger } from "./ledger.ts";
import type { Office, View } from "./office.ts";

/** So many of one product, by its code as 商品マスタ spells it. */
export interface Portion {
  readonly code: string;
  readonly units: number;
}

/** What セット商品 says of one set: its products, or that nobody can tell before people mend a row of it. */
export type Recipe = readonly Portion[] | "refused";

/** By the plain codes of the sets. */
export type Recipes = ReadonlyMap<string, Recipe>;

/** What sets consisted of, from one state of the sheets to the next: goods that have left were packed by what was true then. */
export interface Cookbook {
  readonly now: Recipes;
  /** Every state that ever was, the newest last. */
  readonly all: readonly Recipes[];
}

export function cookbook(office: Office, ledger: Ledger): Cookbook {
  const all: Recipes[] = [new Map()];
  let read: readonly View[] = [];
  return {
    all,
    get now() {
      const views = [office.view(SETS), office.view(PRODUCTS)] as const;
      if (views.every((view, at) => view === read[at])) return all.at(-1) as Recipes;
      read = views;
      const recipes = recipesIn(...views, ledger);
      if (textOf(recipes) !== textOf(all.at(-1) as Recipes)) all.push(recipes);
      return all.at(-1) as Recipes;
    },
  };
}

const textOf = (recipes: Recipes): string => JSON.stringify([...recipes]);

interface PartRow {
  readonly part: string;
  readonly units: number;
}

function recipesIn(sets: View, products: View, ledger: Ledger): Recipes {
  const known = new Map(
    products.rows
      .map((row) => ledger.keyOf(products, row))
      .filter((code) => code !== "")
      .map((code) => [plain(code), code]),
  );
  const rows = new Map<string, PartRow[]>();
  for (const row of sets.rows) {
    const [set, part] = [plain(cellIn(sets, row, "セット商品コード")), plain(cellIn(sets, row, "部品の商品コード"))];
    if (set !== "") rows.set(set, [...(rows.get(set) ?? []), { part, units: Number(cellIn(sets, row, "数量")) }]);
  }
  const done = new Map<string, Recipe>();
  const recipeOf = (set: string, above: readonly string[]): Recipe => {
    const before = done.get(set);
    if (before !== undefined) return before;
    const recipe = above.includes(set) ? "refused" : combined(set, [...above, set]);
    if (above.length === 0) done.set(set, recipe);
    return recipe;
  };
  const portionsOf = (part: string, above: readonly string[]): Recipe => {
    if (rows.has(part)) return recipeOf(part, above);
    const code = known.get(part);
    // While nothing was ever fetched nobody can say which parts are unknown.
    return code === undefined && known.size > 0 ? "refused" : [{ code: code ?? part, units: 1 }];
  };
  function combined(set: string, above: readonly string[]): Recipe {
    const own = rows.get(set) ?? [];
    const isFaulty = ({ part, units }: PartRow) => part === "" || !Number.isInteger(units) || units < 1;
    if (known.has(set) || own.some(isFaulty)) return "refused";
    const units = new Map<string, number>();
    for (const row of own) {
      const portions = portionsOf(row.part, above);
      if (portions === "refused") return "refused";
      for (const { code, units: each } of portions) units.set(code, (units.get(code) ?? 0) + each * row.units);
    }
    return [...units].map(([code, many]) => ({ code, units: many })).sort((a, b) => (a.code < b.code ? -1 : 1));
  }
  for (const set of rows.keys()) recipeOf(set, []);
  return done;
}
