import type { CsvColumn } from "../../src/desk/products/rules/csv/csv-columns.ts";
import type { CsvFile, CsvRow, RecordAt, RefusedRecord } from "../../src/desk/products/rules/csv/csv-file.ts";
import { kindOf } from "../../src/desk/products/rules/csv/csv-kind.ts";
import { textOf } from "./decode.ts";
import { type CsvRecord, recordReader } from "./records.ts";

/** A file that could be read, with the records of it that could not. */
export interface ReadFile extends CsvFile {
  readonly header: readonly string[];
  readonly refused: readonly RefusedRecord[];
}

/** Why the file as a whole cannot be imported. */
export interface RefusedFile {
  readonly problem: string;
}

/** Each record of a file with its number, the header being 1; blank lines are counted and left out. */
export async function* numberedRecords(file: Blob, onRead: (bytes: number) => void = () => {}) {
  const reader = recordReader();
  let record = 0;
  let read = 0;
  const numbered = (records: readonly CsvRecord[]) =>
    records.flatMap((one) => {
      record++;
      return one.cells.length === 1 && one.cells[0] === "" ? [] : [{ ...one, record }];
    });
  for await (const { text, bytes } of textOf(file)) {
    read += bytes;
    onRead(read);
    yield numbered(reader.read(text));
  }
  yield numbered(reader.end());
}

/** Reads the columns of interest of a file, a slice at a time. `file` numbers it among those that were chosen. */
export async function readFile(
  blob: Blob,
  file: number,
  onRead?: (bytes: number) => void,
): Promise<ReadFile | RefusedFile> {
  let header: readonly string[] | undefined;
  let found: ReturnType<typeof kindOf> = { refused: EMPTY };
  const rows: CsvRow[] = [];
  const refused: RefusedRecord[] = [];
  for await (const records of numberedRecords(blob, onRead))
    for (const { cells, state, record } of records) {
      if (header === undefined) {
        header = cells;
        found = kindOf(cells);
        continue;
      }
      if ("refused" in found) return { problem: found.refused };
      const at: RecordAt = { file, record };
      const reason = misfit(cells, state, header.length);
      if (reason === undefined) rows.push(rowOf(cells, found.places, at));
      else refused.push({ at, reason });
    }
  if (header === undefined || "refused" in found) return { problem: "refused" in found ? found.refused : EMPTY };
  if (rows.length + refused.length === 0) return { problem: NO_ROWS };
  return { kind: found.kind, columns: new Set(found.places.keys()), header, rows, refused };
}

/** Excel leaves out blank cells at the end of a row; more cells than headers have no meaning. */
function misfit(cells: CsvRecord["cells"], state: CsvRecord["state"], columns: number): string | undefined {
  if (state === "broken") return QUOTES;
  if (cells.length > columns && cells.slice(columns).some((cell) => cell !== ""))
    return `列の数（${cells.length}）が見出し（${columns}）より多いため、読み取れません。`;
  if (cells.length < columns && state === "open") return CUT;
  return undefined;
}

function rowOf(cells: readonly string[], places: ReadonlyMap<CsvColumn, number>, at: RecordAt): CsvRow {
  const row: Partial<Record<CsvColumn, string>> & { at: RecordAt } = { at };
  for (const [column, place] of places) {
    const cell = cells[place];
    if (cell !== undefined) row[column] = cell.trim();
  }
  return row;
}

const EMPTY = "ファイルが空です。";
const NO_ROWS = "見出しの行だけで、商品がありません。";
const QUOTES = '引用符（"）の対応が正しくないため、読み取れません。';
const CUT = "ファイルがこの行の途中で終わっています。ダウンロードし直してください。";
