import type { Platform } from "../../platform/ports.ts";
import { runId } from "../../run/log.ts";
import { problemFrom } from "../../run/notice.ts";
import { type Cell, isBlank } from "../../workbook/cell.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { columnOf, isHidden } from "../../workbook/declare/table.ts";
import { type ColumnLooks, columnLooks } from "../../workbook/read/column-looks.ts";
import { patientReads } from "../../workbook/read/patient-sheets.ts";
import type { SheetRow, SheetState } from "../../workbook/read/snapshot.ts";
import {
  type FileCell,
  fileCell,
  fileName,
  type NumberKind,
  packedFile,
  type StockFile,
  type StockFileAnswer,
} from "./rules/stock-file.ts";
import { stockTable } from "./stock-table.ts";

/**
 * 在庫 for other systems, in the order of its rows and columns. It holds what the sheet shows to everybody who may open
 * it, asks Rakuten nothing and writes nothing, so everybody may have it.
 */
export function stockFile(platform: Pick<Platform, "sheets" | "clock" | "report">): StockFileAnswer {
  try {
    const now = platform.clock.now();
    const state = openBook({ ...platform, tables: [stockTable], run: runId(now) }).state(stockTable);
    const looks = columnLooks(patientReads(platform.sheets, platform.clock), state);
    return { done: true, file: packedFile(fileOf(state, looks, now)) };
  } catch (error) {
    return { done: false, message: problemFrom(platform, error).message };
  }
}

/** A column of the file: what it is called, and how a number in one of its rows is to be read. */
interface FileColumn {
  readonly place: number;
  readonly header: string;
  readonly kind: (index: number) => NumberKind;
}

function fileOf(state: SheetState, looks: ColumnLooks, now: Date): StockFile {
  const all = columnsOf(state, looks);
  const columns = all.filter(({ place }) => !looks.isHidden(place));
  const rows = [...state.rows.values()];
  return {
    name: fileName(stockTable.sheet, now),
    headers: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column))),
    code: columns.findIndex(({ place }) => place === state.layout.get("productCode")),
    leftOut: {
      hidden: all.filter(({ place }) => looks.isHidden(place)).map(({ header }) => header),
      unnamed: unnamed(state, rows).size,
      keyless: state.keyless.length,
      doubles: state.doubles.length,
    },
  };
}

const cellOf = ({ index, cells }: SheetRow, { place, kind }: FileColumn): FileCell =>
  fileCell(cells[place] ?? null, kind(index));

/** All that people see or could see: ours without what the add-on keeps for itself, and their own. */
function columnsOf({ headers, layout }: SheetState, looks: ColumnLooks): FileColumn[] {
  const names = new Map([...layout].map(([name, place]) => [place, name]));
  return headers.flatMap((header, place): FileColumn[] => {
    const name = names.get(place);
    const column = name === undefined ? undefined : columnOf(stockTable, name);
    if (header === "" || (column !== undefined && isHidden(column))) return [];
    const type = column?.numberFormat?.type;
    return [{ place, header, kind: (index) => kindOf(column === undefined ? looks.shown(index, place) : type) }];
  });
}

const kindOf = (type: string | undefined): NumberKind =>
  type === "DATE" || type === "DATE_TIME" || type === "TIME" ? type : "NUMBER";

/** The places of columns that have no header, but something in a row of the file. */
function unnamed({ headers }: SheetState, rows: readonly SheetRow[]): ReadonlySet<number> {
  const isUnnamed = (cell: Cell, place: number) => !isBlank(cell) && (headers[place] ?? "") === "";
  return new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, place) => (isUnnamed(cell, place) ? [place] : []))));
}
