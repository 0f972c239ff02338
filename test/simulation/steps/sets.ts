import { PRODUCTS, SETS } from "../declared.ts";
import { cellIn } from "../goods.ts";
import type { World } from "../world.ts";
import { addRow } from "./masters.ts";
import { anyRow, placeText } from "./people.ts";
import { removeRow } from "./rows.ts";
import type { Step } from "./step.ts";
import { typeInto } from "./stock.ts";

/** Sets of the shop, the last of which may hold the others. */
export const SET_CODES = ["set-1", "set-2", "set-3"] as const;

/** Somebody says what a set consists of, changes it, or takes a part out; now and then in a way that cannot be. */
export const changeSet: Step = {
  name: "change a set",
  by: "people",
  weight: 1,
  act(world) {
    const { dice, office, meddling } = world;
    const view = office.view(SETS);
    const row = dice.chance(0.5) ? anyRow(world, view) : undefined;
    meddling.master(SETS);
    if (row === undefined) return addPart(world);
    if (dice.chance(0.3)) {
      const place = placeText(world, view, row);
      removeRow(world, view, row);
      return `${place} is deleted`;
    }
    return typeInto(world, view, row, { 数量: dice.chance(0.1) ? dice.pick([0, 1.5]) : dice.int(1, 4) });
  },
};

/** Of the shop's sets all that orders need, on the first day. */
export function fillInSets(world: World): void {
  for (let n = world.dice.int(0, 5); n > 0; n--) addPart(world);
}

function addPart(world: World): string | undefined {
  const { dice, office, ledger } = world;
  const products = office.view(PRODUCTS);
  const codes = products.rows
    .filter((row) => cellIn(products, row, "状態") === "")
    .map((row) => ledger.keyOf(products, row))
    .filter((code) => code !== "");
  const set = dice.pick(SET_CODES);
  const inner = set === "set-3" && dice.chance(0.3) ? dice.pick(["set-1", "set-2"]) : undefined;
  if (codes.length === 0) return undefined;
  const part = inner ?? (dice.chance(0.05) ? world.token("無い部品") : dice.pick(codes));
  return addRow(world, SETS, { セット商品コード: set, 部品の商品コード: part, 数量: dice.int(1, 3) });
}
