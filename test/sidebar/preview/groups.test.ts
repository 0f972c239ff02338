import { expect, test } from "vitest";
import { carrierlessMethods, groupsOf } from "../../../sidebar/preview/groups.ts";
import { reasonOf } from "../../../src/desk/shipments/rules/reasons.ts";
import type { PreviewEntry } from "../../../src/desk/shipments/rules/shipment-preview.ts";

const unmapped = (method: string): string =>
  `配送方法「${method}」が未設定です。「配送サービスマスタ」で配送会社を選んでください。`;

const entry = (...questions: string[]): PreviewEntry => ({
  kind: "新規",
  orderNumber: "123456-20261124-0000000001",
  basketId: "1",
  name: "見本 太郎",
  goods: "見本品 ×1",
  state: "要確認",
  reasons: questions.map(reasonOf),
  detail: questions.join("\n"),
});

test("the preview counts rows by why they would wait, the commonest reason first, and says what each is about", () => {
  const entries = [
    entry(unmapped("宅配便"), "のしを確認してください。"),
    entry(unmapped("宅配便")),
    entry(unmapped("メール便")),
    entry(),
  ];
  expect(groupsOf(entries)).toEqual([
    { name: "配送会社が未設定", rows: 3, of: ["「宅配便」2件", "「メール便」1件"] },
    { name: "のしを確認してください。", rows: 1, of: [] },
  ]);
});

test("a carrier can be chosen for each delivery method that has none, once", () => {
  expect(carrierlessMethods([entry(unmapped("宅配便")), entry(unmapped("宅配便")), entry("のし")])).toEqual(["宅配便"]);
});
