import { OPERATOR } from "../../../workbench/workbench.ts";
import { BANDS, choicesOf, DELIVERIES } from "../declared.ts";
import type { Cell, View } from "../office.ts";
import type { World } from "../world.ts";
import { cellRequest, placeText } from "./people.ts";
import type { Step } from "./step.ts";

/** Carriers that the shop works with; their bands are not all in the master. */
const CARRIERS = ["1001 ヤマト運輸", "1002 佐川急便", "1003 日本郵便"];

/** The operator fills in a row of a master, changes it, or empties what it depends on. */
export const fillInMaster: Step = {
  name: "fill in a master",
  by: "people",
  weight: 1.5,
  act: (world) => fillIn(world, world.dice.pick([DELIVERIES, BANDS])),
};

/** Of each master a part, on the first day. */
export function fillInMasters(world: World): void {
  for (let n = world.dice.int(0, 12); n > 0; n--) fillIn(world, DELIVERIES);
}

function fillIn(world: World, sheet: string): string | undefined {
  const { office, dice } = world;
  const view = office.view(sheet);
  // What the shop's orders use is what an operator looks after.
  const rows = view.rows.filter(({ cells }) => sheet === BANDS || USED.some((method) => method === cells[0]));
  if (rows.length === 0) return undefined;
  const row = dice.pick(rows);
  const header = sheet === BANDS ? "時間帯コード" : dice.weighted(DELIVERY_CELLS);
  const value = valueFor(world, view, header);
  const column = view.headers.indexOf(header);
  office.edit(OPERATOR, [cellRequest(view, row.index, column, value)]);
  world.ledger.typed(view, row, header, value);
  return `${placeText(world, view, row)}: 「${header}」 becomes ${value === "" ? "empty" : value}`;
}

/** 配送方法 of the shop's orders; the last one is in no master at first. */
export const USED = ["宅配便", "メール便", "特急便"] as const;

const DELIVERY_CELLS = [
  [5, "配送会社"],
  [1, "配送サービス名"],
  [1, "温度帯"],
  [1, "配送日数"],
] as const;

function valueFor({ dice, token }: World, { sheet }: View, header: string): Cell {
  if (dice.chance(0.15)) return "";
  if (header === "配送会社") return dice.pick(CARRIERS);
  if (header === "配送日数") return dice.int(0, 5);
  if (header === "時間帯コード") return dice.pick(["なし", String(dice.int(10, 99))]);
  return dice.pick(choicesOf(sheet, header) ?? [token("便")]);
}
