import { expect, test } from "vitest";
import { askedReport, isYes, nothingToReport } from "../../../../src/desk/reports/rules/asked-report.ts";

type Asked = Parameters<typeof askedReport>[0];
type Row = Asked["rows"][number];

const asked = (rows: readonly Row[], counts: Partial<Asked> = {}): Asked => ({
  orders: 0,
  parcels: 0,
  buyers: 0,
  blanks: 0,
  filled: 0,
  today: 46_350,
  rows,
  ...counts,
});
const refused = (rowNumber: number, reason: string): Row => ({ kind: "refused", rowNumber, reasons: [reason] });

test("rows with one reason are named together, and neither many rows nor many reasons make the question long", () => {
  const same = Array.from({ length: 7 }, (_, at) => refused(at + 2, "配送会社がありません。"));
  const others = Array.from({ length: 6 }, (_, at) => refused(at + 20, `理由${at}`));
  const text = askedReport(asked([...same, ...others], { orders: 1, parcels: 1, buyers: 1 }));
  expect(text).toContain(
    "送信できない行が13行あります。\n・2、3、4、5、6行目ほか2行: 配送会社がありません。\n・20行目: 理由0",
  );
  expect(text).toContain("・ほか2種類の理由");
  expect(text).not.toContain("理由4");
});

test("where only outcomes of earlier reports are open, the question is about them", () => {
  const waiting = asked([{ kind: "waiting", rowNumber: 2, reasons: [] }]);
  expect(nothingToReport(waiting)).toBe(false);
  expect(askedReport(waiting)).toMatch(
    /^送信する出荷実績はありません。\n\n前の送信の結果を待っている行が1行あります。\n\n続けるときは/,
  );
});

test("rows without a day are offered for today, also where nothing else is to be sent", () => {
  const blank = asked([refused(2, "発送日が空です。")], { blanks: 1 });
  expect(nothingToReport(blank)).toBe(false);
  expect(askedReport(blank)).toMatch(
    /発送日が空の行が1行あります。今日（2026\/11\/24）を発送日として送れます。そうするときは「今日」/,
  );
  expect(askedReport(blank)).not.toContain("続けるときは");
  const filled = askedReport(asked([], { orders: 1, parcels: 1, buyers: 1, filled: 1 }));
  expect(filled).toContain("発送日が空の1行は、2026/11/24を発送日として送ります。");
});

test("only the word itself says yes, however it is spelled", () => {
  expect(["送信", " 送信　"].map(isYes)).toEqual([true, true]);
  expect(["", "はい", "送信しない"].map(isYes)).toEqual([false, false, false]);
});
