import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { BANDS, DELIVERIES, LEDGER, LINES, LOG, PAYMENTS, PRODUCTS, SHIPMENTS, STOCK, TYPED } from "../declared.ts";
import type { Cell, View, ViewRow } from "../office.ts";
import type { World } from "../world.ts";

/** Whose hands in staff columns: mostly staff's. Structure, headers and imported cells are locked for all but the operator. */
export const somebody = ({ dice }: World): string => (dice.chance(0.3) ? OPERATOR : STAFF);

/** Who may type into this cell: staff, mostly, where it is open to them. What was moved is so again after the next run. */
export const typist = (world: World, view: View, row: number, column: number): string =>
  world.office.isOpen(STAFF, view, row, column) ? somebody(world) : OPERATOR;

/** Mostly the sheets that people work in. */
export const anySheet = ({ dice }: World): string =>
  dice.weighted([
    [6, SHIPMENTS],
    [3, LINES],
    [3, PRODUCTS],
    [1, STOCK],
    [1, LEDGER],
    [1, TYPED],
    [1, PAYMENTS],
    [1, DELIVERIES],
    [1, BANDS],
    [1, LOG],
  ] as const);

export const WORK_SHEETS = [SHIPMENTS, LINES] as const;
export const workSheet = ({ dice }: World): string => (dice.chance(0.65) ? SHIPMENTS : LINES);
export const goodsSheet = ({ dice }: World): string => (dice.chance(0.75) ? PRODUCTS : STOCK);

/** While cells stand in columns that are not theirs, nobody can tell which row is which, and people keep their hands off. */
export const anyRow = ({ dice, windows }: World, { rows }: View): ViewRow | undefined =>
  rows.length === 0 || windows.areColumnsAstray() ? undefined : dice.pick(rows);

/** The order that a row is about, as people read it. */
export const orderOf = ({ ledger }: World, view: View, row: ViewRow): string =>
  ledger.keyOf(view, row).split("\u001f")[0] ?? "";

export const cellRequest = (view: View, rowIndex: number, columnIndex: number, value: Cell): object => ({
  updateCells: {
    start: { sheetId: view.sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: entered(value) }] }],
    fields: "userEnteredValue",
  },
});

function entered(value: Cell): object {
  if (value === "") return {};
  if (typeof value === "number") return { numberValue: value };
  return typeof value === "boolean" ? { boolValue: value } : { stringValue: value };
}

export const band = ({ sheetId }: View, dimension: "ROWS" | "COLUMNS", startIndex: number, count = 1): object => ({
  sheetId,
  dimension,
  startIndex,
  endIndex: startIndex + count,
});

/** `注文番号 123 in 出荷リスト` for the trace. */
export const placeText = (world: World, view: View, row: ViewRow): string =>
  `${view.sheet} row ${row.index + 1} (${world.ledger.keyOf(view, row).split("\u001f").join("/") || "no key"})`;
