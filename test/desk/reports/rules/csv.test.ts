import { expect, test } from "vitest";
import { type CsvPlan, csvPlan } from "../../../../src/desk/reports/rules/csv.ts";
import type { ReportRow } from "../../../../src/desk/reports/rules/report-row.ts";
import { A, B, C, full, held, judged, NOON, ORDER, reportRow, TODAY } from "../../../support/reports.ts";

const HEADER = "注文番号,送付先ID,発送明細ID,お荷物伝票番号,配送会社,発送日";

const filesOf = (rows: readonly ReportRow[], again = false): CsvPlan =>
  csvPlan(judged(rows).candidates, { now: NOON, again });
const linesOf = ({ files }: CsvPlan): string[][] => files.map(({ text }) => text.split("\r\n").slice(0, -1));

test("a row is a line of RMS's own layout with its destination, and is told that the report is still open", () => {
  const plan = filesOf([reportRow()]);
  expect(linesOf(plan)).toEqual([[HEADER, `${ORDER},101,,${A},1001,2026-11-24`]]);
  expect(plan.files.map(({ name }) => name)).toEqual(["shipping_20261124_1200_1.csv"]);
  expect(plan.filed).toMatchObject([
    {
      report: {
        reportState: "CSV作成済",
        reportMessage: expect.stringMatching(/shipping_20261124_1200_1\.csv.*発送済になりません/),
        reportedAt: NOON,
        sentRecords: `new 1001 ${A} 2026/11/24`,
      },
    },
  ]);
});

test("two destinations of one order have their 送付先ID, and several parcels a line each", () => {
  const plan = filesOf([
    reportRow({ trackingNumber: `${A}\n${B}` }),
    reportRow({ basketId: "102", trackingNumber: C }),
  ]);
  expect(linesOf(plan)[0]?.slice(1)).toEqual([
    `${ORDER},101,,${A},1001,2026-11-24`,
    `${ORDER},101,,${B},1001,2026-11-24`,
    `${ORDER},102,,${C},1001,2026-11-24`,
  ]);
});

test("a change of a record that RMS had at the last import has its 発送明細ID", () => {
  const sentRecords = `7001 1001 ${A} 2026/11/24`;
  const row = reportRow({ trackingNumber: B, listed: [full(7001, A)], report: { reportState: "送信済", sentRecords } });
  const line = `${ORDER},101,7001,${B},1001,2026-11-24`;
  expect(linesOf(filesOf([row]))).toEqual([[HEADER, line]]);
  expect(linesOf(filesOf([{ ...row, listed: [] }]))).toEqual([[HEADER, line]]);
  expect(linesOf(filesOf([reportRow({ listed: [held(7002, { carrier: "1000" })] })]))[0]?.[1]).toContain(",101,7002,");
});

test("a parcel without a number has that column empty", () => {
  const row = reportRow({ untracked: true, trackingNumber: "", carrier: "1003 日本郵便" });
  expect(linesOf(filesOf([row]))[0]?.[1]).toBe(`${ORDER},101,,,1003,2026-11-24`);
});

test("5,001 rows are two files of at most 5,000, and no row is parted", () => {
  const rows = Array.from({ length: 5001 }, (_, at) => {
    const orderNumber = `123456-20261123-${String(at).padStart(10, "0")}`;
    return reportRow({ orderNumber, trackingNumber: `9${10_000_001 + at}` });
  });
  expect(linesOf(filesOf(rows)).map((lines) => lines.length - 1)).toEqual([5000, 1]);
  const double = { ...(rows[4999] as ReportRow), trackingNumber: `${A}\n${B}` };
  const plan = filesOf([...rows.slice(0, 4999), double]);
  expect(linesOf(plan).map((lines) => lines.length - 1)).toEqual([4999, 2]);
  expect(plan.filed.at(-1)?.report.reportMessage).toContain("_2.csv");
});

test("an order older than 180 days is listed and left out", () => {
  const aged = (days: number, orderNumber: string) =>
    reportRow({ orderNumber, orderedAt: NOON - days, trackingNumber: `9${days}0000001` });
  const plan = filesOf([aged(181, "123456-20260527-0000000001"), aged(180, "123456-20260528-0000000001")]);
  expect(plan.refused).toMatchObject([{ row: { orderedAt: NOON - 181 }, reason: expect.stringContaining("180日") }]);
  expect(plan.filed).toHaveLength(1);
  const unknown = reportRow({ orderNumber: "123456-20260401-0000000001", orderedAt: null });
  expect(filesOf([unknown]).refused).toHaveLength(1);
});

test.each<[string, Partial<Parameters<typeof reportRow>[0]> & object, string]>([
  ["somebody else's number is in RMS", { listed: [full(7001, "X9")] }, "X9"],
  [
    "a record of RMS has to go",
    {
      listed: [full(7001, A), full(7002, B)],
      report: { reportState: "送信済", sentRecords: `7001 1001 ${A} 2026/11/24\n7002 1001 ${B} 2026/11/24` },
    },
    "消せません",
  ],
  ["RMS has it all", { listed: [full(7001, A)] }, "同じ発送情報"],
  [
    "nobody knows what became of the last report",
    { report: { reportState: "確認中", reportedAt: TODAY - 1, sentRecords: `new 1001 ${A} 2026/11/24` } },
    "まだ分からない",
  ],
])("a row is left out and told why where %s", (_, given, reason) => {
  const { files, refused } = filesOf([reportRow(given)]);
  expect(files).toEqual([]);
  expect(refused).toMatchObject([{ reason: expect.stringContaining(reason) }]);
});

test("a row that is in a file already gets into no second one, unless people say that the first was not used", () => {
  const report = { reportState: "CSV作成済" as const, sentRecords: `new 1001 ${A} 2026/11/24` };
  expect(filesOf([reportRow({ report })])).toMatchObject({
    files: [],
    refused: [{ reason: expect.stringContaining("作り直す") }],
  });
  expect(filesOf([reportRow({ report })], true).filed).toHaveLength(1);
});
