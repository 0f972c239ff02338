import { OPERATOR } from "../../workbench/people.ts";
import type { Desk } from "./desk.ts";
import type { EngineSheets } from "./sheets-port.ts";

/** What stands in a range, row by row as far as something does. */
export function valuesOf(sheets: EngineSheets, range: string, render = "UNFORMATTED_VALUE"): unknown[][] {
  const path = `/values/${encodeURIComponent(range)}?valueRenderOption=${render}`;
  return (sheets.request("GET", path) as { values?: unknown[][] }).values ?? [];
}

/** The request that puts a text into a cell. */
export const putText = (sheetId: number, rowIndex: number, columnIndex: number, text: string) => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: "userEnteredValue",
  },
});

/** A row at the end of a sheet, by its headers, as people fill it in. */
export function typesRow(desk: Desk, sheet: string, cells: Readonly<Record<string, string | number | boolean>>): void {
  const values = (desk.grid(sheet)[0] ?? []).map((header) => {
    const cell = cells[String(header)];
    if (cell === undefined) return {};
    const type = { string: "stringValue", number: "numberValue", boolean: "boolValue" }[typeof cell as "string"];
    return { userEnteredValue: { [type]: cell } };
  });
  const append = { sheetId: desk.sheetId(sheet), rows: [{ values }], fields: "userEnteredValue" };
  desk.batchUpdate([{ appendCells: append }], OPERATOR);
}

/** The note of a cell, in the row as people count it. */
export function noteOn({ workbench, grid }: Desk, sheet: string, row: number, header: string): string | undefined {
  const { sheets, spreadsheetId } = workbench;
  const query = new URLSearchParams([
    ["ranges", `'${sheet}'`],
    ["fields", "sheets(data(rowData(values(note))))"],
  ]);
  const { body } = sheets.handle({ method: "GET", path: `/v4/spreadsheets/${spreadsheetId}?${query}`, user: OPERATOR });
  const [{ data }] = (body as { sheets: [{ data: { rowData?: { values?: { note?: string }[] }[] }[] }] }).sheets;
  return data[0]?.rowData?.[row - 1]?.values?.[grid(sheet)[0]?.indexOf(header) ?? -1]?.note;
}
