import { SHEETS, SHIPMENTS } from "../declared.ts";
import type { Cell, View, ViewRow } from "../office.ts";
import type { World } from "../world.ts";
import type { Desk } from "./desk.ts";
import type { Invariant } from "./invariant.ts";

/** Rows that hold something of the product's and belong to nothing. */
export const noStrays: Invariant = {
  name: "no values are left in rows that are not theirs",
  broken: (world, desk) => [
    ...SHEETS.map((sheet) => world.office.view(sheet)).flatMap((view) =>
      strays(world, view).map(
        (row) => `${view.sheet}: row ${row.index + 1} has no key and holds ${holding(view, row)}`,
      ),
    ),
    ...unknownOrders(world, desk),
  ],
};

/** Rows without a key in which something of the product's stands. */
export const strays = ({ ledger }: World, view: View): ViewRow[] =>
  view.rows.filter(
    (row) =>
      ledger.keyOf(view, row) === "" &&
      view.headers.some((header, at) => (row.cells[at] ?? "") !== "" && !ledger.isPeoples(view.sheet, header)),
  );

const holding = (view: View, { cells }: ViewRow): string =>
  view.headers.flatMap((header, at) => (cells[at] === "" ? [] : [`${header}=${cells[at] as Cell}`])).join(", ");

/** What people made of a key, and orders that the shop has lost: such rows say so, unless nothing is left to do on them or people have confirmed it. */
function unknownOrders({ ledger }: World, desk: Desk): string[] {
  const { shipments, orders } = desk;
  const state = shipments.headers.indexOf("連携状態");
  const confirmed = shipments.headers.indexOf("確認した内容");
  return shipments.rows.flatMap((row) => {
    const [order = ""] = ledger.keyOf(shipments, row).split("\u001f");
    const isSaid =
      ["要確認", "取消", "出荷済"].includes(String(row.cells[state])) ||
      String(row.cells[confirmed]).includes("楽天に注文が見つかりません");
    if (order === "" || orders.has(order) || isSaid) return [];
    return [`${SHIPMENTS}: row ${row.index + 1} (${order}) is unknown to the shop and says ${row.cells[state]}`];
  });
}
