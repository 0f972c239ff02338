import fc from "fast-check";
import { expect, test } from "vitest";
import { daysLeft, expiryOf, licenceNews, licenceTexts, stageOf } from "../../../../src/desk/licence/rules/licence.ts";

const at = (time: string): Date => new Date(`${time}+09:00`);
const END = expiryOf("2027-02-21") as Date;

test("a key works until the last second of its last day in Japan", () => {
  expect(END.toISOString()).toBe("2027-02-21T14:59:59.000Z");
  expect(stageOf(END, at("2027-02-21T23:59:59.999"))).toBe(1);
  expect(stageOf(END, at("2027-02-22T00:00:00.000"))).toBe("expired");
});

test("what is no day has no end", () => {
  expect(["", "2027-02-30", "2027/02/21", "明日"].map(expiryOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test.each([
  ["2026-11-24T10:30:00", 89, "ok"],
  ["2027-02-06T23:59:59", 15, "ok"],
  ["2027-02-07T00:00:00", 14, 14],
  ["2027-02-13T23:59:59", 8, 14],
  ["2027-02-14T00:00:00", 7, 7],
  ["2027-02-18T12:00:00", 3, 3],
  ["2027-02-20T00:00:00", 1, 1],
  ["2027-02-21T00:00:00", 0, 1],
  ["2027-02-22T00:00:00", -1, "expired"],
])("at %s the key has %i days left, which is stage %s", (now, days, stage) => {
  expect(daysLeft(END, at(now))).toBe(days);
  expect(stageOf(END, at(now))).toBe(stage);
});

test("days are counted in Japan, whatever the hour", () => {
  const moment = fc.date({ min: at("2026-01-01T00:00:00"), max: at("2028-01-01T00:00:00"), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.integer({ min: -400, max: 400 }), (now, days) => {
      expect(daysLeft(new Date(now.getTime() + days * 86_400_000), now)).toBe(days);
    }),
  );
});

test("as time goes by, the stage never goes back", () => {
  const order = ["ok", 14, 7, 3, 1, "expired"];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -200, max: 2400 })), (hours) => {
      const stages = [...hours]
        .sort((a, b) => a - b)
        .map((hour) => stageOf(END, new Date(END.getTime() - 1e9 + hour * 3_600_000)));
      expect(stages).toEqual([...stages].sort((a, b) => order.indexOf(a as never) - order.indexOf(b as never)));
    }),
  );
});

test("a warning says when, how long, and what to do; while there is time it stays silent", () => {
  const texts = (now: string) => licenceTexts({ expires: END.toISOString(), source: "rms" }, at(now));
  expect(texts("2026-12-01T09:00:00")).toMatchObject({
    state: "有効",
    detail: "2027/02/21まで（あと82日）",
    warning: "",
  });
  expect(texts("2027-02-14T09:00:00").warning).toMatch(
    /近づいています（2027\/02\/21、あと7日）。RMSの.*新しいキーを登録/,
  );
  expect(texts("2027-02-21T09:00:00").warning).toContain("本日まで");
  expect(texts("2027-02-22T09:00:00")).toMatchObject({ state: "期限切れ" });
});

test("a date that a person typed is told apart, and an unknown one says how to make it known", () => {
  const now = at("2026-12-01T09:00:00");
  expect(licenceTexts({ expires: END.toISOString(), source: "typed" }, now).detail).toContain("（入力された日付）");
  expect(licenceTexts({ expires: null, source: null }, now)).toMatchObject({ state: "不明", warning: "" });
});

test("what the operator is told says when the key ends and what to do, and nothing is told while there is time", () => {
  const told = (now: string) => licenceNews(END, at(now));
  expect(told("2027-02-06T09:00:00")).toBeUndefined();
  expect(told("2027-02-14T09:00:00")).toMatchObject({
    about: "2027/02/21 7",
    text: expect.stringContaining("あと7日"),
  });
  expect(told("2027-02-21T09:00:00")?.text).toContain("本日まで");
  expect(told("2027-02-23T09:00:00")).toMatchObject({
    about: "2027/02/21 expired",
    text: expect.stringMatching(/切れました.*ライセンスキーを更新し/),
  });
});
