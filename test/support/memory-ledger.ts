import { type LedgerOptions, type LedgerPass, ledgerPass, ledgerTables } from "../../src/desk/ledger/ledger-pass.ts";
import { SESSION } from "../../src/desk/ledger/session-time.ts";
import { NO_SETS } from "../../src/desk/sets/rules/sets.ts";
import { shipmentLineTable } from "../../src/desk/shipments/shipment-line-table.ts";
import { stockTable } from "../../src/desk/stock/stock-table.ts";
import type { Cell } from "../../src/workbook/cell.ts";
import type { Book } from "../../src/workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../src/workbook/commit/cells.ts";
import { columnOf, type Table } from "../../src/workbook/declare/table.ts";
import { placeOf } from "../../src/workbook/read/layout.ts";
import { type SheetState, sheetState } from "../../src/workbook/read/snapshot.ts";
import { plainLine, type Row } from "./ledger.ts";

/** The sheets that the ledger reads, in memory: read as any sheet is, and quick enough for histories by the hundred. */
export function memoryLedger(codes: readonly string[]) {
  const grids = new Map<Table, Cell[][]>(
    ledgerTables.map((table) => [
      table,
      [Object.keys(table.columns).map((name) => columnOf(table, name).header) as Cell[]],
    ]),
  );
  let now = new Date("2026-11-20T10:00:00+09:00");
  let session = "";

  const tableOf = (sheet: string): Table => ledgerTables.find((table) => table.sheet === sheet) as Table;
  const gridOf = (sheet: string): Cell[][] => grids.get(tableOf(sheet)) as Cell[][];
  const state = (table: Table): SheetState => {
    const grid = grids.get(table) as Cell[][];
    return sheetState({
      table,
      sheetId: 1,
      rowCount: 1000,
      columnCount: 26,
      grid,
      dressed: [],
      formulas: new Map(),
      protections: [],
    });
  };
  /** Nobody sorts a part of a row here. */
  const repair: Book["repair"] = () => ({
    rows: new Map(),
    emptied: [],
    restored: new Set(),
    doubts: new Map(),
    strays: [],
    overtyped: [],
    moves: false,
  });
  const write = (parts: readonly TableCells[]): void => {
    for (const { table, cells } of parts) {
      const grid = grids.get(table) as Cell[][];
      const { rows, layout } = state(table);
      for (const [key, values] of cells) {
        const at = rows.get(key)?.index ?? grid.length;
        const row = [...(grid[at] ?? (grid[0] as Cell[]).map(() => null))];
        for (const [name, cell] of values) row[placeOf(layout, name)] = cell;
        grid[at] = row;
      }
    }
  };
  const passed = (options: Partial<LedgerOptions> = {}): LedgerPass => {
    const book = { state, repair, cursor: (name: string) => (name === SESSION ? session : undefined) };
    return ledgerPass(book, { sets: NO_SETS, cellFaults: [], faults: [] }, { now, who: "", ...options });
  };
  const desk = {
    now: () => now,
    later(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    grid: (sheet: string): readonly (readonly Cell[])[] => gridOf(sheet),
    rows: (sheet: string): Row[] => {
      const [headers = [], ...rows] = gridOf(sheet);
      return rows.map((row) =>
        Object.fromEntries(
          headers.flatMap((header, at) => {
            const cell = row[at] ?? null;
            return cell === null || cell === "" ? [] : [[String(header), cell]];
          }),
        ),
      );
    },
    stock: (code: string): Row => desk.rows("在庫").find((row) => row.商品コード === code) ?? {},
    typesAt(sheet: string, rowIndex: number, header: string, value: Cell) {
      const grid = gridOf(sheet);
      grid[rowIndex] = (grid[rowIndex] as Cell[]).map((cell, at) => (grid[0]?.[at] === header ? value : cell));
    },
    types: (sheet: string, key: Cell, header: string, value: Cell) =>
      desk.typesAt(
        sheet,
        gridOf(sheet).findIndex(([first]) => first === key),
        header,
        value,
      ),
    adds(sheet: string, row: Row) {
      const grid = gridOf(sheet);
      grid.push((grid[0] as Cell[]).map((header) => row[String(header)] ?? null));
    },
    deletes: (sheet: string, rowIndex: number) => void gridOf(sheet).splice(rowIndex, 1),
    sorts(sheet: string, header: string, order: "ASCENDING" | "DESCENDING") {
      const [headers = [], ...rows] = gridOf(sheet);
      const at = headers.indexOf(header);
      const sign = order === "ASCENDING" ? 1 : -1;
      rows.sort((a, b) => sign * String(a[at]).localeCompare(String(b[at])));
      grids.set(tableOf(sheet), [headers, ...rows]);
    },
    lists(orderNumber: string, goods: Readonly<Record<string, number>>) {
      desk.adds("出荷リスト", { 注文番号: orderNumber, 送付先ID: "1", 連携状態: "取込済" });
      const lines = Object.entries(goods).map(([productCode, units], at) => ({
        ...plainLine,
        orderNumber,
        detailId: String(at + 1),
        productCode,
        units,
      }));
      write([rowsFor(shipmentLineTable, "import", lines)]);
    },
    pass(options: Partial<LedgerOptions> = {}): LedgerPass {
      const pass = passed(options);
      write(pass.cells);
      return pass;
    },
    /** Cut short after so many commits, with one commit for each subject. */
    killed(commits: number) {
      const { cells, subjects, subjectOf } = passed();
      for (const subject of subjects.slice(0, commits))
        write(
          cells.map(({ table, cells: rows }) => ({
            table,
            cells: new Map([...rows].filter(([key]) => subjectOf(key, table) === subject)),
          })),
        );
    },
    begins() {
      desk.pass({ countsAt: now, empties: true });
      session = now.toISOString();
    },
    ends() {
      desk.pass();
      session = "";
    },
  };
  write([
    rowsFor(
      stockTable,
      "products",
      codes.map((code) => ({ productCode: code, name: code, ledgerCodes: "" })),
    ),
  ]);
  return desk;
}

export type MemoryLedger = ReturnType<typeof memoryLedger>;
