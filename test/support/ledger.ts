import { serialOf } from "../../src/core/jst.ts";
import { partsOf } from "../../src/desk/ledger/ledger-parts.ts";
import { type LedgerOptions, type LedgerPass, ledgerPass, ledgerTables } from "../../src/desk/ledger/ledger-pass.ts";
import { SESSION } from "../../src/desk/ledger/session-time.ts";
import { productTable } from "../../src/desk/products/product-table.ts";
import { readSets } from "../../src/desk/sets/sets.ts";
import { shipmentLineTable } from "../../src/desk/shipments/shipment-line-table.ts";
import { stockTable } from "../../src/desk/stock/stock-table.ts";
import { columnLetters } from "../../src/workbook/a1.ts";
import { type Book, openBook } from "../../src/workbook/commit/book.ts";
import { rowsFor } from "../../src/workbook/commit/cells.ts";
import { setUpRequests } from "../../src/workbook/set-up/set-up.ts";
import { engineSheets } from "./sheets-port.ts";

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** What stands in a cell that somebody typed, a formula with its "=". */
const entered = (value: Value) => {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return value.startsWith("=") ? { formulaValue: value } : { stringValue: value };
};

/** `11/22 10:00` and `11/22` of 2026 as a sheet stores them. */
export function day(text: string): number {
  const [date = "", time = "00:00"] = text.split(" ");
  const [month = "", of = ""] = date.split("/");
  return serialOf(new Date(`2026-${month.padStart(2, "0")}-${of.padStart(2, "0")}T${time.padStart(5, "0")}:00+09:00`));
}

/** A workbook with what the ledger reads, people who type in it, and passes over it. No shop: the list is written here. */
export function ledgerDesk(codes: readonly string[] = ["A"]) {
  const sheets = engineSheets();
  const tables = [...ledgerTables, productTable];
  sheets.request("POST", ":batchUpdate", { requests: setUpRequests({ sheets: [] }, {}, { tables, who: "" }) });
  let now = new Date("2026-11-20T10:00:00+09:00");
  let runs = 0;
  const clock = { now: () => now, sleep: () => {} };
  const open = (): Book => openBook({ sheets, clock, tables, run: String(++runs) });

  const grid = (sheet: string): Value[][] => {
    const path = `/values/${encodeURIComponent(sheet)}?valueRenderOption=UNFORMATTED_VALUE`;
    return (sheets.request("GET", path) as { values?: Value[][] }).values ?? [];
  };
  const sheetId = (sheet: string): number => {
    const { sheets: all } = sheets.request("GET", "?fields=sheets.properties(title,sheetId)") as {
      sheets: { properties: { title: string; sheetId: number } }[];
    };
    return all.find(({ properties }) => properties.title === sheet)?.properties.sheetId as number;
  };
  const update = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
  const desk = {
    sheets,
    open,
    grid,
    sheetId,
    update,
    at(text: string) {
      now = new Date(`2026-${text.replace("/", "-").replace(" ", "T")}:00+09:00`);
    },
    later(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    now: () => now,
    stocks(...more: readonly string[]) {
      open()
        .plan([
          rowsFor(
            stockTable,
            "products",
            more.map((code) => ({ productCode: code, name: code, ledgerCodes: "" })),
          ),
        ])
        .commit({ mend: true });
    },
    /** Types into the first row whose first cell is `key`. */
    types(sheet: string, key: Value, header: string, value: Value) {
      const rows = grid(sheet).slice(1);
      const rowIndex = rows.findIndex((row) => row[0] === key) + 1;
      if (rowIndex === 0) throw new Error(`no row ${key}`);
      desk.typesAt(sheet, rowIndex, header, value);
    },
    /** `rowIndex` 0 is the header. */
    typesAt(sheet: string, rowIndex: number, header: string, value: Value) {
      const [headers = []] = grid(sheet);
      const start = { sheetId: sheetId(sheet), rowIndex, columnIndex: headers.indexOf(header) };
      const rowData = [{ values: [{ userEnteredValue: entered(value) }] }];
      update({ updateCells: { start, rows: rowData, fields: "userEnteredValue" } });
    },
    /** A row below the last one. */
    adds(sheet: string, row: Row) {
      const [headers = [], ...rows] = grid(sheet);
      const start = { sheetId: sheetId(sheet), rowIndex: rows.length + 1, columnIndex: 0 };
      const values = headers.map((header) => ({ userEnteredValue: entered(row[String(header)] ?? null) }));
      update({ updateCells: { start, rows: [{ values }], fields: "userEnteredValue" } });
    },
    deletes(sheet: string, rowIndex: number) {
      const range = { sheetId: sheetId(sheet), dimension: "ROWS", startIndex: rowIndex, endIndex: rowIndex + 1 };
      update({ deleteDimension: { range } });
    },
    /** Whole rows, by one column. */
    sorts(sheet: string, header: string, sortOrder: "ASCENDING" | "DESCENDING") {
      const [headers = [], ...rows] = grid(sheet);
      const range = { sheetId: sheetId(sheet), startRowIndex: 1, endRowIndex: rows.length + 1, startColumnIndex: 0 };
      update({ sortRange: { range, sortSpecs: [{ dimensionIndex: headers.indexOf(header), sortOrder }] } });
    },
    rows(sheet: string): Row[] {
      const [headers = [], ...rows] = grid(sheet);
      return rows.map((row) =>
        Object.fromEntries(
          headers.flatMap((header, at) =>
            row[at] === undefined || row[at] === "" ? [] : [[String(header), row[at] as Value]],
          ),
        ),
      );
    },
    /** One product of 在庫. */
    stock: (code = "A"): Row => desk.rows("在庫").find((row) => row.商品コード === code) ?? {},
    /** 入出庫 in few words: kind, code and quantity. */
    entries: (): string[] =>
      desk
        .rows("入出庫")
        .map((row) => `${row.区分} ${row.商品コード} ${row.数量}${row.棚卸前 === undefined ? "" : ` ${row.棚卸前}`}`),
    /** An order with one destination, taken over from the shop, with so many of each product. */
    lists(orderNumber: string, goods: Readonly<Record<string, number>>) {
      desk.adds("出荷リスト", { 注文番号: orderNumber, 送付先ID: "1", 連携状態: "取込済" });
      desk.packs(orderNumber, goods);
    },
    /** The lines of an order as an import writes them. */
    packs(orderNumber: string, goods: Readonly<Record<string, number>>) {
      const lines = Object.entries(goods).map(([productCode, units], at) => ({
        ...plainLine,
        orderNumber,
        detailId: String(at + 1),
        productCode,
        units,
      }));
      open()
        .plan([rowsFor(shipmentLineTable, "import", lines)])
        .commit();
    },
    status: (orderNumber: string, value: Value) => desk.types("出荷リスト", orderNumber, "出荷ステータス", value),
    /** Reads, decides and commits, as a job does. */
    pass(options: Partial<LedgerOptions> = {}, cursors?: Readonly<Record<string, string>>): LedgerPass {
      const book = open();
      const pass = ledgerPass(book, readSets(book), { now, who: "op@example.com", ...options });
      for (const cells of partsOf(book, pass))
        book.plan(cells).commit({ mend: true, cellFaults: pass.cellFaults, ...(cursors && { cursors }) });
      return pass;
    },
    /** Cut short after so many commits, with one commit for each subject. */
    killed(commits: number) {
      const book = open();
      const { cells, subjects, subjectOf } = ledgerPass(book, readSets(book), { now, who: "op@example.com" });
      for (const subject of subjects.slice(0, commits)) {
        const own = cells.map(({ table, cells: rows }) => ({
          table,
          cells: new Map([...rows].filter(([key]) => subjectOf(key, table) === subject)),
        }));
        book.plan(own).commit({ mend: true });
      }
    },
    begins: (countsAt = now) => desk.pass({ countsAt, empties: true }, { [SESSION]: countsAt.toISOString() }),
    ends: () => desk.pass({}, { [SESSION]: "" }),
    /** The mark on a cell. */
    mark(sheet: string, rowIndex: number, header: string): string {
      const place = (grid(sheet)[0] ?? []).indexOf(header);
      const range = encodeURIComponent(`'${sheet}'!${columnLetters(place)}${rowIndex + 1}`);
      const {
        sheets: [found],
      } = sheets.request("GET", `?ranges=${range}&fields=sheets(data(rowData(values(note))))`) as {
        sheets: [{ data: [{ rowData?: [{ values?: [{ note?: string }] }] }] }];
      };
      return found.data[0].rowData?.[0]?.values?.[0]?.note ?? "";
    },
  };
  desk.stocks(...codes);
  return desk;
}

export type LedgerDesk = ReturnType<typeof ledgerDesk>;

/** A line as an import writes it, but for what it is of. */
export const plainLine = {
  basketId: "1",
  variantId: "",
  name: "",
  variation: "",
  choice: "",
  setParts: "",
  price: null,
  postageIncluded: "",
  deliveryInfo: "",
  questions: "",
  manageNumber: "",
  itemNumber: "",
  merchantSkuId: "",
};
