import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../workbench/people.ts";
import type { Desk } from "../support/desk.ts";
import { A, B, C, LIST, openReports } from "../support/report-desk.ts";

const LOG = "連携ログ";

let desk: Desk;
beforeAll(async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }]);
});
afterAll(() => desk.close());

const shown = () => desk.ui.shown.at(-1);
const rowIndexOf = (order: string) => desk.grid(LIST).findIndex((row) => row[0] === order);

interface Answer {
  readonly sheets: {
    readonly data: { readonly rowData?: { readonly values: { formattedValue?: string; hyperlink?: string }[] }[] }[];
  }[];
}

/** The link of the only error, as people see it and as it leads. */
function link(): { readonly text: string; readonly to: string | undefined } {
  const { sheets, spreadsheetId } = desk.workbench;
  const column = desk.grid(LOG)[0]?.indexOf("該当箇所") as number;
  const row = desk.rows(LOG).findIndex((line) => line.結果 === "エラー") + 1;
  const letter = String.fromCharCode("A".charCodeAt(0) + column);
  const range = encodeURIComponent(`'${LOG}'!${letter}${row + 1}`);
  const path = `/v4/spreadsheets/${spreadsheetId}?ranges=${range}&fields=sheets.data.rowData.values(formattedValue,hyperlink)`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  const cell = (body as Answer).sheets[0]?.data[0]?.rowData?.[0]?.values[0];
  return { text: cell?.formattedValue ?? "", to: cell?.hyperlink };
}

const leadsTo = (order: string) => ({
  text: `${LIST} ${rowIndexOf(order) + 1}行目`,
  to: `#gid=${desk.sheetId(LIST)}&range=A${rowIndexOf(order) + 1}`,
});

test("where no error is open, the menu says so", async () => {
  await desk.run("openError");
  expect(shown()).toMatchObject({ kind: "alert", prompt: "未対応のエラーはありません。" });
});

test("an error leads to its row, by its link and by the menu", async () => {
  desk.shop.change(B, { overrides: { orderProgress: "不明" } } as never);
  await desk.importShipments();
  const line = desk.rows(LOG).find((row) => row.結果 === "エラー");
  expect(line?.メッセージ).toContain(B);
  expect(link()).toEqual(leadsTo(B));
  await desk.run("openError", STAFF);
  expect(desk.ui.shown.slice(-3)).toMatchObject([
    { kind: "sheet", sheetId: desk.sheetId(LIST) },
    { kind: "sheet", sheetId: desk.sheetId(LIST), row: rowIndexOf(B), column: 0 },
    { kind: "toast", message: line?.メッセージ },
  ]);
});

test("the row moves: the menu finds it at once, and the link follows with the next run of any job", async () => {
  const before = rowIndexOf(B);
  desk.batchUpdate(
    [{ insertDimension: { range: { sheetId: desk.sheetId(LIST), dimension: "ROWS", startIndex: 1, endIndex: 3 } } }],
    OPERATOR,
  );
  expect(rowIndexOf(B)).toBe(before + 2);
  await desk.run("openError");
  expect(desk.ui.shown.at(-2)).toMatchObject({ row: before + 2 });
  await desk.run("housekeeping");
  expect(link()).toEqual(leadsTo(B));
});

test("the row is gone: the menu shows the line of the log, and the link leads nowhere", async () => {
  const range = {
    sheetId: desk.sheetId(LIST),
    dimension: "ROWS",
    startIndex: rowIndexOf(B),
    endIndex: rowIndexOf(B) + 1,
  };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  await desk.run("housekeeping");
  expect(link()).toEqual({ text: "", to: undefined });
  await desk.run("openError");
  const row = desk.rows(LOG).findIndex((line) => line.結果 === "エラー") + 1;
  expect(desk.ui.shown.at(-2)).toMatchObject({ kind: "sheet", sheetId: desk.sheetId(LOG), row });
});

test("what is resolved is no open error any more", async () => {
  desk.shop.change(B, { overrides: {} } as never);
  await desk.passes(1);
  await desk.importShipments();
  await desk.run("openError");
  expect(shown()).toMatchObject({ kind: "alert", prompt: "未対応のエラーはありません。" });
});
