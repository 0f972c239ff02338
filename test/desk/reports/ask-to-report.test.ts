import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../support/desk.ts";
import { A, B, calls, enters, openReports, PARCELS, POST, progress } from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** A desk with an order that is packed and one that cannot be reported, whose person answers the question so. */
async function asking(answer: string) {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }], {
    answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK" ? "" : answer }),
  });
  enters(desk, A, { numbers: PARCELS[0] as string });
  enters(desk, B, { carrier: "○○運輸", numbers: PARCELS[1] as string });
  await desk.run("askToReport");
}

test("without the panel, people read what would be sent and what cannot be, and send it by a word", async () => {
  await asking("送信");
  const asked = desk.ui.shown.flatMap((shown) => (shown.kind === "prompt" ? [shown.prompt] : []));
  expect(asked).toEqual([
    expect.stringMatching(
      /注文1件、荷物1個を送信します。楽天から購入者1名へ発送メールが送られます。[\s\S]*送信できない行が1行あります。\n・3行目: 配送会社「○○運輸」/,
    ),
  ]);
  expect(progress(desk, A)).toBe(500);
});

test("what is 出荷済 without a day is sent as of today where people say so, by one word for all of it", async () => {
  const answers = ["今日", "送信"];
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }], {
    answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK" ? "" : (answers.shift() ?? "") }),
  });
  for (const [at, number] of [A, B].entries())
    enters(desk, number, { numbers: PARCELS[at] as string, shippedOn: "", more: { 出荷ステータス: "出荷済" } });
  await desk.run("askToReport");
  expect([A, B].map((number) => progress(desk, number))).toEqual([500, 500]);
  expect(desk.rows("出荷リスト").map((row) => [row.発送日, row.報告状態])).toEqual([
    [undefined, "送信済"],
    [undefined, "送信済"],
  ]);
  const sent = calls(desk, POST);
  await desk.run("reportShipments");
  expect(desk.rows("出荷リスト").map((row) => row.報告状態)).toEqual(["送信済", "送信済"]);
  expect(calls(desk, POST)).toBe(sent);
});

test("any other answer sends nothing", async () => {
  await asking("はい");
  expect(calls(desk, POST)).toBe(0);
});

test("where nothing is to be sent, nothing is asked", async () => {
  desk = await openReports([{ orderNumber: A }]);
  await desk.run("askToReport");
  expect(desk.ui.shown.at(-1)).toMatchObject({ kind: "alert", prompt: "送信する出荷実績はありません。" });
});
