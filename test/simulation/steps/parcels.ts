import { carrierLabels } from "../../../src/shop/carrier.ts";
import { SHIPMENTS } from "../declared.ts";
import { cellIn } from "../goods.ts";
import type { View, ViewRow } from "../office.ts";
import { mayGoOut, numbersIn } from "../parcel-cells.ts";
import type { World } from "../world.ts";
import { anyRow } from "./people.ts";
import type { Step } from "./step.ts";
import { today, typeInto } from "./stock.ts";

/** A carrier's slip, whose last digit proves the others; people stick one on each parcel. */
function slip({ number }: World): string {
  const digits = 39_000_000_000 + number();
  return `${digits}${digits % 7}`;
}

const carrier = ({ dice }: World): string => dice.pick(carrierLabels.slice(1, 4));
const day = (world: World): number => today(world) - world.dice.int(0, 2);

/** Somebody packs a parcel, mostly in one, and writes all that Rakuten has to be told of it. */
export const enterParcel: Step = {
  name: "enter a parcel",
  by: "people",
  weight: 14,
  act(world) {
    const { dice, office } = world;
    const view = office.view(SHIPMENTS);
    const waiting = view.rows.filter((row) => mayGoOut(view, row) && cellIn(view, row, "伝票番号") === "");
    const row = anyRow(world, dice.chance(0.8) ? { ...view, rows: waiting } : view);
    if (row === undefined) return undefined;
    const slips = Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => slip(world));
    return typeInto(world, view, row, {
      配送会社: carrier(world),
      伝票番号: slips.join("\n"),
      発送日: day(world),
      ...(dice.chance(0.2) ? { 出荷ステータス: "出荷済" } : {}),
    });
  },
};

/** Somebody finds that a slip, the carrier or the day was another, or sends one more parcel; RMS may have been told already. */
export const changeParcel: Step = {
  name: "change a parcel",
  by: "people",
  weight: 8,
  act(world) {
    const { dice, office, windows } = world;
    const view = office.view(SHIPMENTS);
    const entered = view.rows.filter((row) => cellIn(view, row, "伝票番号") !== "");
    if (entered.length === 0 || windows.areColumnsAstray()) return undefined;
    const row = dice.pick(entered);
    const slips = changedSlips(world, view, row);
    return dice.chance(0.7)
      ? typeInto(world, view, row, { 伝票番号: slips.join("\n") })
      : typeInto(world, view, row, dice.chance(0.5) ? { 配送会社: carrier(world) } : { 発送日: day(world) });
  },
};

/** One more, one less, another one, or that of another order: both in one parcel, or mixed up. */
function changedSlips(world: World, view: View, row: ViewRow): string[] {
  const { dice } = world;
  const slips = numbersIn(cellIn(view, row, "伝票番号"));
  const others = view.rows.flatMap((each) => numbersIn(cellIn(view, each, "伝票番号")));
  return dice.weighted([
    [4, [...slips, slip(world)]],
    [3, [slip(world), ...slips.slice(1)]],
    [1, slips.slice(1)],
    [0.5, [dice.pick(others)]],
  ] as const) as string[];
}

/** Somebody has looked at what a row asks or tells of: after the next import it may go out. */
export const answerRow: Step = {
  name: "confirm a row",
  by: "people",
  weight: 6,
  act(world) {
    const { dice, office, windows } = world;
    const view = office.view(SHIPMENTS);
    const asking = view.rows.filter((row) => {
      const isOld = String(cellIn(view, row, "確認事項")).includes("のチェックは今回の");
      return isOld || (cellIn(view, row, "連携状態") === "要確認" && cellIn(view, row, "確認済") !== true);
    });
    if (asking.length === 0 || windows.areColumnsAstray()) return undefined;
    const row = dice.pick(asking);
    return typeInto(world, view, row, { 確認済: cellIn(view, row, "確認済") !== true });
  },
};
