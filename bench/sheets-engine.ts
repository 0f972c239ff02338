import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPERATOR } from "../workbench/people.ts";
import { fileStore } from "../workbench/sheets/book/store.ts";
import { createSheetsEngine, type SheetsEngine } from "../workbench/sheets/engine.ts";

/** Times the Sheets engine with 10,000 rows of 40 columns, and tells the memory of the process. Run: node scripts/run.mjs bench/sheets-engine.ts */

const ROWS = 10_000;
const COLUMNS = 40;

type Cell = { userEnteredValue: { stringValue?: string; numberValue?: number } };

const rows = (tag: string): { values: Cell[] }[] =>
  Array.from({ length: ROWS }, (_, row) => ({
    values: Array.from({ length: COLUMNS }, (_, column) => ({
      userEnteredValue: column % 2 === 0 ? { stringValue: `${tag}-${row}-${column}` } : { numberValue: row * column },
    })),
  }));

function spreadsheet(engine: SheetsEngine): string {
  const { body } = engine.handle({
    method: "POST",
    path: "/v4/spreadsheets",
    body: {
      sheets: [{ properties: { sheetId: 0, gridProperties: { rowCount: ROWS, columnCount: COLUMNS } } }],
    },
    user: OPERATOR,
  });
  return (body as { spreadsheetId: string }).spreadsheetId;
}

function timed<T>(name: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${name.padEnd(62)} ${(performance.now() - start).toFixed(0).padStart(6)} ms   RSS ${rss} MB`);
  return result;
}

function batch(engine: SheetsEngine, id: string, ...requests: object[]): void {
  const { status, body } = engine.handle({
    method: "POST",
    path: `/v4/spreadsheets/${id}:batchUpdate`,
    body: { requests },
    user: OPERATOR,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

function get(engine: SheetsEngine, path: string): unknown {
  const { status, body } = engine.handle({ method: "GET", path, user: OPERATOR });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

function measure(title: string, engine: SheetsEngine): void {
  console.log(`\n${title}`);
  const id = spreadsheet(engine);
  const values = rows("a");
  const fields = "userEnteredValue";
  timed("updateCells 10,000 x 40 in one batchUpdate", () =>
    batch(engine, id, { updateCells: { start: { sheetId: 0 }, rows: values, fields } }),
  );
  timed("appendCells 10,000 x 40 in one batchUpdate", () =>
    batch(engine, id, { appendCells: { sheetId: 0, rows: values, fields } }),
  );
  const format = { userEnteredFormat: { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } } };
  timed("repeatCell: a format on 10,000 x 40", () =>
    batch(engine, id, {
      repeatCell: { range: { sheetId: 0, endRowIndex: ROWS }, cell: format, fields: "userEnteredFormat" },
    }),
  );
  timed("1,000 commits of one cell", () => {
    for (let row = 0; row < 1000; row++)
      batch(engine, id, {
        updateCells: {
          start: { sheetId: 0, rowIndex: row },
          rows: [{ values: [{ userEnteredValue: { numberValue: row } }] }],
          fields,
        },
      });
  });
  timed("insertDimension of a row at the top, 20 times", () => {
    for (let i = 0; i < 20; i++)
      batch(engine, id, { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } });
  });
  timed("sortRange of 10,000 rows", () =>
    batch(engine, id, {
      sortRange: {
        range: { sheetId: 0, endRowIndex: ROWS },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: "DESCENDING" }],
      },
    }),
  );
  timed("values.get of 20,000 x 40, unformatted", () =>
    get(engine, `/v4/spreadsheets/${id}/values/Sheet1?valueRenderOption=UNFORMATTED_VALUE`),
  );
  timed("spreadsheets.get of one column's values", () =>
    get(engine, `/v4/spreadsheets/${id}?ranges=Sheet1!A:A&fields=sheets.data.rowData.values.effectiveValue`),
  );
}

const parts: Readonly<Record<string, (folder: string) => void>> = {
  memory: () => measure("In memory", createSheetsEngine()),
  store: (folder) =>
    measure(
      "With a store: every commit is on disk before it is acknowledged",
      createSheetsEngine({ store: fileStore(folder) }),
    ),
  restart: (folder) =>
    timed("restart: read snapshot and journal", () => createSheetsEngine({ store: fileStore(folder) })),
};

/** Each part runs in a process of its own, so that its memory is not that of the parts before it. */
function measureAll(): void {
  const folder = mkdtempSync(join(tmpdir(), "sheets-bench-"));
  try {
    for (const part of Object.keys(parts))
      execFileSync(process.execPath, ["scripts/run.mjs", "bench/sheets-engine.ts", part, folder], { stdio: "inherit" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, , part, folder] = process.argv;
if (part !== undefined && folder !== undefined) parts[part]!(folder);
else measureAll();
