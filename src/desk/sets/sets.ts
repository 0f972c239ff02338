import { groupedBy } from "../../core/grouped.ts";
import type { RowFault } from "../../core/problem.ts";
import { plainCode } from "../../shop/product-code.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { faultText } from "../../workbook/commit/cell-problem.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { columnOf } from "../../workbook/declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { productTable } from "../products/product-table.ts";
import type { SetFault, SetRow } from "./rules/set-row.ts";
import { type Sets, setsOf } from "./rules/sets.ts";
import { setTable } from "./set-table.ts";

/** セット商品 as a job uses it. What is wrong in it stops no run: the other sets work. */
export interface SetMaster {
  readonly sets: Sets;
  /** For the first commit of the run. */
  readonly cellFaults: readonly CellFault[];
  /** The same set by set, for the report of the run. */
  readonly faults: readonly RowFault[];
}

export function readSets(book: Book): SetMaster {
  const rows = setRows(book.state(setTable));
  const { sets, faults } = setsOf(rows, rows.length === 0 ? new Set() : book.keys(productTable));
  return { sets, cellFaults: faults.map(cellFault), faults: faultsBySet(faults, rows) };
}

/**
 * Tells the codes that are no products of their own: those that people use for sets, a refused one among them, as mending it
 * must not find a product in its way. A code that 商品マスタ has already is a product.
 */
export function setCodes(book: Book, master?: SetMaster): (code: string) => boolean {
  const codes = plainSetCodes(book, master);
  return (code) => codes.has(plainCode(code));
}

/** The same as a list that a panel can have. */
export function plainSetCodes(book: Book, { sets } = readSets(book)): ReadonlySet<string> {
  const products = new Set([...book.keys(productTable)].map(plainCode));
  return new Set([...sets.parts.keys(), ...sets.refused].filter((code) => !products.has(code)));
}

/** Every row with something in it of ours: one without a code, or with the key of another, is looked at as well. */
function setRows(state: SheetState): SetRow[] {
  const { rows, doubles, keyless } = state;
  return [...rows.values(), ...doubles, ...keyless].map(setRow(state)).filter(isFilled);
}

const setRow =
  (state: SheetState) =>
  (row: SheetRow): SetRow => {
    const text = (name: string) => String(cellAt(state, row, name) ?? "").trim();
    const quantity = columnOf(setTable, "quantity").parse(cellAt(state, row, "quantity")) as SetRow["quantity"];
    return { index: row.index, setCode: text("setCode"), partCode: text("partCode"), quantity };
  };

/** A memo alone is no row. */
const isFilled = ({ setCode, partCode, quantity }: SetRow): boolean =>
  setCode !== "" || partCode !== "" || quantity !== null;

const cellFault = ({ row, column, reason }: SetFault): CellFault => ({
  table: setTable,
  rowIndex: row.index,
  column,
  reason,
});

const SHOWN = 3;

function faultsBySet(faults: readonly SetFault[], rows: readonly SetRow[]): RowFault[] {
  const nameIn = ({ set, row }: SetFault) => (set === "" ? `${row.index + 1}行目` : `「${nameOf(set, rows)}」`);
  return [...groupedBy(faults, nameIn)].map(([name, own]) => ({
    subject: `${setTable.sheet}${name}`,
    reason: [
      ...own.slice(0, SHOWN).map((fault) => faultText(cellFault(fault))),
      ...(own.length > SHOWN ? [`ほか${own.length - SHOWN}件`] : []),
    ].join(" "),
  }));
}

const nameOf = (set: string, rows: readonly SetRow[]): string =>
  rows.find(({ setCode }) => plainCode(setCode) === set)?.setCode ?? set;
