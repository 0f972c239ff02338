import { expect, test } from "vitest";
import { SheetsFailure } from "../../../src/platform/ports.ts";
import { archiveDesk, Killed, numbered } from "../../support/archive-desk.ts";
import { momentsOf } from "../../support/guillotine.ts";

const [A, B, C] = [numbered(1), numbered(2), numbered(3)] as const;
const AUGUST = "出荷シート 保管 2026年8月";

/** Two months, an order with two destinations, and one that stays. */
function desks() {
  const desk = archiveDesk();
  desk.lists({ number: A, parcels: 2 }, { number: B, shippedOn: "2026-09-01" }, { number: C, shippedOn: "2026-11-01" });
  return desk;
}
const MOVED = [`${AUGUST}: ${A} 2/4`, `出荷シート 保管 2026年9月: ${B} 1/2`, `出荷リスト: ${C} 1/2`];

const whole = desks();
whole.run();
/** Before each of its calls, and after those that write. */
const moments = momentsOf(whole.calls).filter(({ after, when }) => !after || !when.includes(".get"));

const killingAt = (index: number, after: boolean) => (_: string, nth: number, isAfter: boolean) => {
  if (nth === index && isAfter === after) throw new Killed();
};

test.each(moments)("a run killed $when loses and doubles nothing, and the next one ends it", ({ index, after }) => {
  const desk = desks();
  expect(() => desk.run(killingAt(index, after))).toThrow(Killed);
  const listed = desk.everywhere().filter((order) => order.startsWith("出荷リスト"));
  const kept = desk.everywhere().filter((order) => !order.startsWith("出荷リスト"));
  // Whole on the list, or whole in its archive: nothing was taken away before it was copied.
  for (const number of [A, B]) {
    const all = number === A ? "2/4" : "1/2";
    const isListed = listed.includes(`出荷リスト: ${number} ${all}`);
    expect(isListed || kept.some((order) => order.endsWith(`${number} ${all}`))).toBe(true);
  }
  desk.run();
  expect(desk.everywhere()).toEqual(MOVED);
});

test.each(moments.filter(({ after }) => after))(
  "an order that turns out to stay after a run was killed $when is on the list and nowhere else",
  ({ index, after }) => {
    const desk = desks();
    expect(() => desk.run(killingAt(index, after))).toThrow(Killed);
    const isListed = desk.everywhere().includes(`出荷リスト: ${A} 2/4`);
    if (isListed) desk.types(A, "出荷ステータス", "保留");
    desk.run();
    expect(desk.everywhere().filter((order) => order.includes(A))).toEqual([
      isListed ? `出荷リスト: ${A} 2/4` : `${AUGUST}: ${A} 2/4`,
    ]);
  },
);

test("a spreadsheet that was made and is not known is told of, and is no archive by its title", () => {
  const desk = desks();
  const created = whole.calls.indexOf("create");
  expect(() => desk.run(killingAt(created, true))).toThrow(Killed);
  const { faults } = desk.run();
  expect(faults.map(({ reason }) => reason)).toEqual([
    "保管先を作る途中で止まったため、「出荷シート 準備中 2026年8月」という空のスプレッドシートが残っていることがあります。空のものは削除してかまいません。",
  ]);
  expect([...desk.archives().keys()].sort()).toEqual([
    "出荷シート 保管 2026年8月",
    "出荷シート 保管 2026年9月",
    "出荷シート 準備中 2026年8月",
  ]);
});

test("where Google's answer is lost, what was written once is not written twice", () => {
  for (const [index, call] of whole.calls.entries()) {
    if (!call.endsWith("batchUpdate")) continue;
    const desk = desks();
    desk.run((_, nth, after) => {
      if (nth === index && after) throw new SheetsFailure(503, "The service is currently unavailable.");
    });
    desk.run();
    expect(desk.everywhere()).toEqual(MOVED);
  }
});

test("a copy that does not read back as it was is told of, and nothing leaves the list", () => {
  const desk = desks();
  const outcome = desk.run((call, _, after) => {
    const id = desk.archives().get(AUGUST);
    if (call !== "archive.batchUpdate" || !after || id === undefined || desk.rows("出荷リスト", id).length === 0)
      return;
    const range = { sheetId: 1001, dimension: "ROWS", startIndex: 1, endIndex: 2 };
    desk.sheets.engine.handle({
      method: "POST",
      path: `/v4/spreadsheets/${id}:batchUpdate`,
      body: { requests: [{ deleteDimension: { range } }] },
      user: "operator@example.com",
    });
  });
  expect(outcome.faults.map(({ reason }) => reason).join()).toContain("元の行と一致しませんでした");
  expect(desk.everywhere()).toContain(`出荷リスト: ${A} 2/4`);
  desk.run();
  expect(desk.everywhere()).toEqual(MOVED);
});

test("a row that staff change between copy and deletion stays, and goes with what they wrote", () => {
  const desk = desks();
  let changed = false;
  const { moved } = desk.run((call, _, after) => {
    const id = desk.archives().get(AUGUST);
    const isCopied = id !== undefined && desk.rows("出荷明細", id).length > 0;
    if (changed || !isCopied || call !== "archive.get" || !after) return;
    changed = true;
    desk.types(A, "作業メモ", "返品あり");
  });
  expect(moved).toBe(2);
  expect(desk.everywhere()).toEqual(MOVED);
  expect(desk.rows("出荷リスト", desk.archives().get(AUGUST))[0]).toMatchObject({ 作業メモ: "返品あり" });
});
