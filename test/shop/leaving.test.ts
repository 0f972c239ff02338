import { expect, test } from "vitest";
import { dateText, type Serial, serialOfRms } from "../../src/core/jst.ts";
import { closedBy, namedDays } from "../../src/shop/closed-day.ts";
import { type LeadTime, placeIn, serviceText } from "../../src/shop/lead-time.ts";
import { leaving } from "../../src/shop/leaving.ts";

const day = (text: string): Serial => serialOfRms(text) as Serial;
const WISHED = day("2026-11-28");
const TODAY = day("2026-11-20");
const yamato = { service: "ヤマト宅急便", leadDays: 1 };
const open = { isClosed: () => false, today: TODAY };

const row = (place: string, days: number | null, service = ""): LeadTime => ({
  place: placeIn(place) ?? "",
  service: serviceText(service),
  days,
});

function to(address: string, island = false) {
  const [prefecture = "", city = "", street = "見本町1"] = address.split(" ");
  return { addressee: { name: "", kana: "", postcode: "", prefecture, city, street, phone: "" }, island };
}

const shipOn = (...given: Parameters<typeof leaving>) => {
  const { shipOn: serial } = leaving(...given);
  return serial === null ? null : dateText(serial).slice(5);
};

const filled = [
  row("北海道", 2),
  row("北海道稚内市", 3),
  row("沖縄県", 4),
  row("沖縄県石垣市", 5),
  row("東京都", null),
  row("離島", 6),
  row("東京都小笠原村", 9),
  row("山口県萩市", 2),
];

test.each([
  ["東京都 架空区", "11/27"],
  ["神奈川県 架空市", "11/27"],
  ["北海道 札幌市架空区", "11/26"],
  ["北海道 稚内市", "11/25"],
  ["北海道 利尻郡利尻町", "11/22"],
  ["沖縄県 那覇市", "11/24"],
  ["沖縄県 石垣市", "11/23"],
  ["沖縄 石垣市", "11/23"],
  ["沖縄県石垣市 ", "11/23"],
  ["沖縄県 宮古島市", "11/22"],
  ["東京都 小笠原村", "11/19"],
  ["東京都 三宅島三宅村", "11/22"],
  ["東京都 青ヶ島村", "11/22"],
  ["東京都 江東区 大島1-2-3", "11/27"],
  ["島根県 隠岐郡海士町", "11/22"],
  ["山口県 萩市", "11/26"],
])("a parcel to %s that is wished for on 11/28 leaves on %s", (address, leaves) => {
  expect(shipOn(WISHED, to(address), yamato, { ...open, leadTimes: filled }, false)).toBe(leaves);
});

test("an island of a municipality that lies mostly on the mainland takes the time of islands, or of a row of its own", () => {
  const island = to("山口県 萩市 見島1", true);
  expect(shipOn(WISHED, island, yamato, { ...open, leadTimes: filled }, false)).toBe("11/22");
  const leadTimes = [...filled, row("山口県萩市見島", 8)];
  expect(shipOn(WISHED, island, yamato, { ...open, leadTimes }, false)).toBe("11/20");
});

test.each([
  ["沖縄県 石垣市", false],
  ["東京都 小笠原村", false],
  ["長崎県 想定市架空島", true],
])("an island without days asks for them and shows no day: %s", (address, island) => {
  const seeds = [row("沖縄県", 3), row("東京都", 1), row("離島", null)];
  expect(leaving(WISHED, to(address, island), yamato, { ...open, leadTimes: seeds }, false)).toEqual({
    shipOn: null,
    questions: [expect.stringMatching(/離島.*未設定.*「配送日数マスタ」/)],
    settleable: [],
    warnings: [],
    unknown: [],
  });
  expect(leaving(WISHED, to(address, island), yamato, { ...open, leadTimes: [] }, false).unknown).toEqual([
    { kind: "island" },
  ]);
});

test("an island is no matter while nobody wishes for a day", () => {
  expect(leaving(null, to("沖縄県 石垣市"), yamato, { ...open, leadTimes: [] }, false)).toEqual({
    shipOn: null,
    questions: [],
    settleable: [],
    warnings: [],
    unknown: [],
  });
});

test.each([
  ["沖縄県", "沖縄県 那覇市"],
  ["沖縄", "沖縄県 那覇市"],
  ["沖縄県　那覇市", "沖縄県 那覇市"],
  ["東京", "東京都 架空区"],
  ["京都", "京都府 架空市"],
  ["北海道", "北海道 架空市"],
])("a row for %j holds for %s", (place, address) => {
  expect(shipOn(WISHED, to(address), yamato, { ...open, leadTimes: [row(place, 3)] }, false)).toBe("11/25");
});

test("of two rows for a place the one for the service goes first, and an empty one is no row", () => {
  const leadTimes = [
    row("沖縄県", 3),
    row("沖縄県", 5, "ヤマト宅急便"),
    row("北海道", 2),
    row("北海道", null, "ﾔﾏﾄ宅急便"),
  ];
  const rules = { ...open, leadTimes };
  expect(shipOn(WISHED, to("沖縄県 那覇市"), yamato, rules, false)).toBe("11/23");
  expect(shipOn(WISHED, to("沖縄県 那覇市"), { ...yamato, service: "飛脚宅配便" }, rules, false)).toBe("11/25");
  expect(shipOn(WISHED, to("北海道 架空市"), yamato, rules, false)).toBe("11/26");
});

const closed = (...days: string[]) =>
  closedBy(
    days.flatMap((typed) => ({ ...(namedDays(typed) as NonNullable<ReturnType<typeof namedDays>>), closed: true })),
  );

test.each([
  ["2026-11-28", [], "11/27", undefined],
  ["2026-11-28", ["金曜日"], "11/26", "11/27"],
  ["2026-11-30", ["土曜日", "日曜日"], "11/27", "11/29"],
  ["2026-11-24", ["土曜日", "日曜日", "祝日"], "11/20", "11/23"],
  ["2027-01-04", ["12/29～1/3"], "12/28", "01/03"],
])("wished for on %s with %j closed, it leaves on %s", (wished, days, leaves, from) => {
  const told = leaving(
    day(wished),
    to("東京都 架空区"),
    yamato,
    { isClosed: closed(...days), today: TODAY, leadTimes: [] },
    false,
  );
  expect(dateText(told.shipOn as Serial).slice(5)).toBe(leaves);
  expect(told).toMatchObject({
    questions: [],
    warnings: from === undefined ? [] : [expect.stringMatching(`${from} は休業日のため.*${leaves} `)],
  });
});

test("a wish that can no longer be met is asked about, keeps the day on which it should have left, and is not moved to a later one", () => {
  const late = { isClosed: closed("日曜日"), today: day("2026-11-24"), leadTimes: [row("沖縄県", 6)] };
  const told = leaving(WISHED, to("沖縄県 那覇市"), yamato, late, false);
  expect(told.settleable).toEqual(told.questions);
  expect(told).toMatchObject({
    shipOn: day("2026-11-21"),
    questions: [expect.stringMatching(/2026\/11\/21 を過ぎています.*2026\/11\/28.*購入者に連絡/)],
    warnings: [expect.stringContaining("2026/11/22 は休業日")],
  });
  expect(leaving(WISHED, to("沖縄県 那覇市"), yamato, late, true).questions).toEqual([]);
});

test("the day on which it has to leave is not late yet", () => {
  const today = { ...open, today: day("2026-11-27"), leadTimes: [] };
  expect(leaving(WISHED, to("東京都 架空区"), yamato, today, false).questions).toEqual([]);
});
