import { OPERATOR } from "../../../workbench/workbench.ts";
import { choicesOf, isCheckbox, isNumeric, keyHeaders, ownerOf, PRODUCTS, STOCK } from "../declared.ts";
import type { Cell, View } from "../office.ts";
import type { World } from "../world.ts";
import { anyRow, cellRequest, goodsSheet, orderOf, placeText, typist, workSheet } from "./people.ts";
import type { Step } from "./step.ts";

/** Staff write into their own columns, and into columns that somebody added. */
export const typeStaffCell: Step = {
  name: "type into a staff cell",
  by: "people",
  weight: 8,
  act(world) {
    const { office, ledger, dice } = world;
    const view = office.view(dice.chance(0.3) ? goodsSheet(world) : workSheet(world));
    const row = anyRow(world, view);
    const columns = columnsWhere(view, (header) => ledger.isPeoples(view.sheet, header));
    if (row === undefined || columns.length === 0) return undefined;
    const column = dice.pick(columns);
    const header = view.headers[column] as string;
    const value = dice.chance(0.1) ? "" : peoplesValue(world, view.sheet, header);
    office.edit(typist(world, view, row.index, column), [cellRequest(view, row.index, column, value)]);
    ledger.typed(view, row, header, value);
    if (header === "確認済" && value === true && view.sheet === PRODUCTS) world.goods.ticked(view, row);
    return `${placeText(world, view, row)}: 「${header}」 becomes ${value || "empty"}`;
  },
};

function peoplesValue(world: World, sheet: string, header: string): Cell {
  const name = world.ledger.declaredName(sheet, header);
  if (isCheckbox(sheet, name)) return world.dice.chance(0.7);
  const choices = choicesOf(sheet, name);
  if (choices !== undefined) return world.dice.pick(choices);
  if (!isNumeric(sheet, name)) return world.token("手書き");
  return [PRODUCTS, STOCK].includes(sheet) ? world.dice.int(0, MOST[name] ?? 12) : world.number();
}

/** What people set of a product's stock is small, but for a share of a hundred, and now and then more. */
const MOST: Readonly<Record<string, number>> = { 楽天の配分率: 110, 安全在庫: 4, 楽天に出さない数: 4 };

/** By accident, somebody writes over what the import wrote; now and then over the key itself. */
export const overtypeApiCell: Step = {
  name: "type over an API cell",
  by: "people",
  weight: 3,
  act(world) {
    const { office, ledger, dice, meddling } = world;
    const view = office.view(workSheet(world));
    const row = anyRow(world, view);
    if (row === undefined) return undefined;
    const keys = keyHeaders(view.sheet);
    const wantKey = dice.chance(0.15);
    const columns = columnsWhere(
      view,
      (header) => ownerOf(view.sheet, header) === "api" && keys.includes(header) === wantKey,
    );
    if (columns.length === 0) return undefined;
    const column = dice.pick(columns);
    const value = dice.chance(0.2) && !wantKey ? dice.pick(["", world.number()]) : world.token("上書き");
    meddling.row(orderOf(world, view, row));
    const place = placeText(world, view, row);
    office.edit(OPERATOR, [cellRequest(view, row.index, column, value)]);
    const cells = row.cells.map((cell, at) => (at === column ? value : cell));
    if (wantKey) ledger.overtyped(view, row, ledger.keyOf(view, { ...row, cells }));
    return `${place}: 「${view.headers[column]}」 is typed over with ${value || "nothing"}`;
  },
};

/** Columns whose header names them alone. */
export const columnsWhere = ({ headers }: View, fits: (header: string) => boolean): number[] =>
  headers.flatMap((header, at) =>
    header !== "" && headers.indexOf(header) === headers.lastIndexOf(header) && fits(header) ? [at] : [],
  );
