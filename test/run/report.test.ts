import { expect, test } from "vitest";
import { type Report, reportText } from "../../src/run/report.ts";

const labels = { found: "対象", sent: "送信", waiting: "結果待ち", refused: "対象外" };
const report = (some: Partial<Report> = {}): Report => ({ counts: {}, faults: [], finished: true, ...some });

test("a job's own counts are told by the names that it gives them, in its order", () => {
  const counts = { waiting: 2, sent: 5, found: 9, refused: {} };
  expect(reportText(report({ counts }), labels)).toBe("送信 5件、結果待ち 2件。");
});

test("a count with reasons is told with each of them", () => {
  const counts = { sent: 1, waiting: 0, refused: { 伝票番号なし: 2, 取消: 1 } };
  expect(reportText(report({ counts }), labels)).toBe(
    "送信 1件、結果待ち 0件、対象外 3件。対象外: 伝票番号なし 2件。対象外: 取消 1件。",
  );
});

test("errors and what is left are told at the end", () => {
  const faults = [{ subject: "1", reason: "x" }];
  expect(reportText(report({ counts: { sent: 1 }, faults, finished: false }), { sent: "送信" })).toBe(
    "送信 1件、エラー 1件。エラーの内容は「連携ログ」を確認してください。時間内に終わらなかったため、続きは次の実行で処理します。",
  );
});
