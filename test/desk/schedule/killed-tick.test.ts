import { expect, test } from "vitest";
import { publishedLatency } from "../../../workbench/apps-script/execution/latency.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { lineOf, looks, runsOf } from "../../support/automation.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { effectMomentsOf, guillotine } from "../../support/guillotine.ts";

const A = "123456-20261123-0000000001";
const IMPORT = "出荷指示を取得";
const STOCK = "在庫を連携";

const { gate, arm, disarm } = guillotine();

/** A desk a minute before a look at which one job is due and another is asked for. */
async function aboutToLook(): Promise<Desk> {
  const desk = await openDesk({ orders: [{ orderNumber: A }], gate, latency: publishedLatency });
  await desk.run("startSchedule");
  await looks(desk, 26);
  desk.types("ダッシュボード", STOCK, "今すぐ連携", true, STAFF);
  await desk.passes(3);
  return desk;
}

const finished = (desk: Desk, title: string) => runsOf(desk, title).filter(({ 結果 }) => 結果 === "完了").length;

test("killed before or after any call, a look loses no job, and answers no request twice", async () => {
  const undisturbed = await aboutToLook();
  const [look] = await looks(undisturbed, 3);
  const expected = {
    rows: undisturbed.rows("出荷リスト").length,
    answer: String(lineOf(undisturbed, STOCK).回答).replace(/^\S+ \S+ /, ""),
  };
  await undisturbed.close();
  expect(expected).toMatchObject({ rows: 1 });

  for (const { index, after, when } of sampled(effectMomentsOf(look!.calls.map(({ name }) => name)))) {
    const desk = await aboutToLook();
    arm(index, after);
    const killed = await looks(desk, 3);
    disarm();
    expect(
      killed.map(({ outcome }) => outcome),
      when,
    ).toEqual(["killed"]);
    await looks(desk, 12);
    expect(desk.rows("出荷リスト"), when).toHaveLength(expected.rows);
    expect(finished(desk, IMPORT), when).toBeGreaterThan(0);
    // A request whose answer stands is not carried out again.
    expect(finished(desk, STOCK), when).toBe(1);
    const { 今すぐ連携: box, 回答: answer } = lineOf(desk, STOCK);
    expect([box ?? false, String(answer).replace(/^\S+ \S+ /, "")], when).toEqual([false, expected.answer]);
    expect((await desk.run("loadSettings", OPERATOR)).outcome, when).toBe("completed");
    await desk.close();
  }
});

/** Each opens a desk of its own: some of them stand for all. */
const sampled = <Moment>(moments: readonly Moment[]): Moment[] => moments.filter((_, at) => at % 7 === 3);
