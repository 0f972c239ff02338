import { plain } from "../books.ts";
import { show } from "../comparisons.ts";
import { SETS, STOCK } from "../declared.ts";
import { cellIn } from "../goods.ts";
import type { Recipe } from "../recipes.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";

/** Every row of セット商品 says how many can be made of its set from what is free to sell, and why no more. */
export const setsCounted: Invariant = {
  name: "each set says how many of it can be made",
  broken: (world) => {
    const { office, cookbook, comparisons } = world;
    comparisons.note(SETS, "作れる数", "作れる数の理由");
    const view = office.view(SETS);
    return view.rows.flatMap((row) => {
      const set = plain(cellIn(view, row, "セット商品コード"));
      const recipe = cookbook.now.get(set) ?? "refused";
      const [found, reason] = [cellIn(view, row, "作れる数"), String(cellIn(view, row, "作れる数の理由"))];
      const expected = makeable(world, recipe) ?? "";
      const isNamed = recipe === "refused" ? reason === "" : recipe.some(({ code }) => reason.includes(`「${code}」`));
      return [
        ...(found === expected ? [] : [`${set} has 作れる数 ${show(found)}, and it is ${show(expected)}`]),
        ...(isNamed ? [] : [`${set} gives as 作れる数の理由 ${show(reason)}`]),
      ];
    });
  },
};

/** Undefined where a part is not counted, or nobody can tell what the set consists of. */
function makeable({ office, ledger }: World, recipe: Recipe): number | undefined {
  if (recipe === "refused") return undefined;
  const view = office.view(STOCK);
  const free = recipe.map(({ code, units }) => {
    const row = view.rows.find((each) => plain(ledger.keyOf(view, each)) === plain(code));
    const sellable = row === undefined ? "" : cellIn(view, row, "引当可能数");
    return typeof sellable === "number" ? Math.max(0, Math.floor(sellable / units)) : undefined;
  });
  return free.includes(undefined) ? undefined : Math.min(...(free as number[]));
}
