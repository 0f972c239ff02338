import iconv from "iconv-lite";
import { afterEach, expect, test } from "vitest";
import { csvBlob } from "../../../sidebar/report-csv/csv-blob.ts";
import type { RecordCsvResult } from "../../../src/desk/reports/record-report-csv.ts";
import type { ReportCsv, ReportCsvResult } from "../../../src/desk/reports/report-csv.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import {
  A,
  B,
  C,
  enters,
  held,
  LIST,
  messages,
  openReports,
  PARCELS,
  parcels,
  progress,
  reports,
  states,
} from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const [FIRST, SECOND, THIRD] = PARCELS as [string, string, string];

async function made(again = false): Promise<ReportCsv> {
  const result = (await desk.run("reportCsv", OPERATOR, [{ again }])).value as ReportCsvResult;
  if (!result.done) throw new Error(result.message);
  return result.csv;
}

/** What people say once they have saved the files. */
const wordOf = (csv: ReportCsv, again = false) => ({
  made: csv.made,
  again,
  files: csv.files.map(({ name, rows }) => ({ name, rows })),
});

const record = async (word: unknown, user = OPERATOR) =>
  (await desk.run("recordReportCsv", user, [word])).value as RecordCsvResult;

/** As the dialog saves it, and as RMS's own screen reads it. */
async function uploaded({ files }: ReportCsv) {
  const texts = await Promise.all(files.map(async (file) => Buffer.from(await csvBlob(file).arrayBuffer())));
  return texts.flatMap((bytes) => desk.shop.uploadShippingCsv(iconv.decode(bytes, "CP932")));
}

test("RMS takes the file: each destination gets its own parcels, and 7001 is changed, not doubled", async () => {
  const record7001 = { shippingDetailId: 7001, deliveryCompany: "1000", shippingNumber: null, shippingDate: null };
  desk = await openReports([
    { orderNumber: A, packages: [{ basketId: 101 }, { basketId: 102 }] },
    { orderNumber: B, packages: [{ shippings: [record7001] }] },
  ]);
  enters(desk, A, { numbers: FIRST }, 101);
  enters(desk, A, { numbers: `${SECOND}\n${PARCELS[3]}` }, 102);
  enters(desk, B, { numbers: THIRD });
  const csv = await made();
  expect(csv.files.map(({ rows }) => rows.length)).toEqual([3]);
  expect(csv.files[0]?.text.split("\r\n")[0]).toBe("注文番号,送付先ID,発送明細ID,お荷物伝票番号,配送会社,発送日");
  expect(await uploaded(csv)).toEqual([]);
  expect(parcels(desk, A)).toEqual([FIRST, SECOND, PARCELS[3]].map((number) => `1001 ${number} 2026-11-24`));
  expect(held(desk, B)).toEqual([`7001 1001 ${THIRD} 2026-11-24`]);
});

test("making files writes nothing; the word of people that they have them makes their rows CSV作成済, with a line in the log", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  enters(desk, B, { carrier: "○○運輸", numbers: SECOND });
  const sheets = [LIST, "連携ログ", "ダッシュボード"];
  const before = sheets.map(desk.grid);
  const asked = new Map(desk.workbench.sandbox.calls);
  const csv = await made();
  expect(sheets.map(desk.grid)).toEqual(before);
  expect(csv.left).toEqual([{ rowNumber: 3, orderNumber: B, reason: expect.stringContaining("○○運輸") }]);
  expect(await record(wordOf(csv))).toEqual({ done: true, message: "CSV作成済 1件。" });
  expect(desk.workbench.sandbox.calls).toEqual(asked);
  expect(states(desk)).toEqual(["CSV作成済", ""]);
  expect(messages(desk)[0]).toMatch(/shipping_20261124_\d{4}_1\.csv.*注文は発送済になりません/);
  expect(desk.rows("連携ログ").filter((row) => row.ジョブ === "RMS用CSVを作成")).toMatchObject([
    { 結果: "完了", メッセージ: "CSV作成済 1件。" },
  ]);
});

test("an order whose numbers went by file is open until it is reported, and that doubles nothing", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: FIRST });
  const csv = await made();
  await uploaded(csv);
  await record(wordOf(csv));
  const uploadedRecords = held(desk, A);
  await desk.importShipments();
  expect(progress(desk, A)).toBe(300);
  expect(states(desk)).toEqual(["CSV作成済"]);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済"]);
  expect(progress(desk, A)).toBe(500);
  expect(held(desk, A)).toEqual(uploadedRecords);
});

test("what is in a file gets into no second one until people say that the first was not used", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: FIRST });
  await record(wordOf(await made()));
  expect(await made()).toMatchObject({ files: [], filedBefore: 1 });
  const anew = await made(true);
  expect(anew.files).toHaveLength(1);
  expect(await record(wordOf(anew, true))).toMatchObject({ done: true });
  expect(states(desk)).toEqual(["CSV作成済"]);
});

test("of a row that changed after its file was made the sheet says nothing, and people are told; the same word twice does no harm", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }]);
  enters(desk, A, { numbers: FIRST });
  enters(desk, B, { numbers: SECOND });
  const word = wordOf(await made());
  enters(desk, B, { numbers: THIRD });
  const told = { done: true, message: expect.stringMatching(/^CSV作成済 1件、見送り 1件。.*もう一度作成/) };
  expect(await record(word)).toEqual(told);
  expect(await record(word)).toEqual(told);
  expect(states(desk)).toEqual(["CSV作成済", "", ""]);
});

test("a file can be made where RMS is out of reach, also without a key", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: FIRST });
  await desk.run("deleteKeys");
  const csv = await made();
  expect(csv.files).toHaveLength(1);
  expect(await record(wordOf(csv))).toMatchObject({ done: true });
  expect(states(desk)).toEqual(["CSV作成済"]);
});

test("staff who did not connect the spreadsheet make no files, and what no dialog of ours sends is refused", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: FIRST });
  const word = wordOf(await made());
  expect((await desk.run("reportCsv", STAFF, [{ again: false }])).value).toMatchObject({ done: false });
  expect(await record(word, STAFF)).toMatchObject({ done: false, message: expect.stringContaining(OPERATOR) });
  const [file] = word.files;
  const later = new Date(Date.parse(word.made) + 3_600_000).toISOString();
  for (const wrong of [
    undefined,
    { ...word, again: "no" },
    { ...word, made: "yesterday" },
    { ...word, made: later },
    { ...word, files: [] },
    { ...word, files: [{ ...file, name: "=1+1.csv" }] },
    { ...word, files: [{ ...file, rows: [[A, 101, ""]] }] },
  ])
    expect(await record(wrong)).toMatchObject({ done: false });
  expect((await desk.run("reportCsv", OPERATOR, ["all"])).value).toMatchObject({ done: false });
  expect(states(desk)).toEqual([""]);
});
