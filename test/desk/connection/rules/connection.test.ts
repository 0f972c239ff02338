import { expect, test } from "vitest";
import {
  type Answer,
  checkSummary,
  curesOf,
  doubtsOf,
  type FunctionName,
  isKeyRefused,
  judge,
  stateTexts,
} from "../../../../src/desk/connection/rules/connection.ts";

const NOW = new Date("2026-11-24T10:30:00+09:00");
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const answer = (status: number, code = ""): Answer => ({ status, code });
const fine = answer(200);

const states = (answers: Answer[], key: { savedAt?: Date; expires?: Date } = {}) => {
  const names: FunctionName[] = ["rpay.order.searchOrder", "rpay.order.getOrder", "items.search"];
  const asked = answers.map((one, index) => [names[index] as FunctionName, one] as const);
  return judge(asked, { savedAt: key.savedAt, expires: key.expires }, NOW).map(({ state }) => state);
};

test("a refusal of what was asked proves that the function answers", () => {
  expect(
    states([fine, answer(400, "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ASYNC_ERROR_011"), answer(400, "IE0002")]),
  ).toEqual(["usable", "usable", "usable"]);
});

test("a function that is switched off is told apart from a bad key, in the words of both gateways", () => {
  expect(states([fine, answer(400, "ES04-01"), answer(403)])).toEqual(["usable", "off", "off"]);
});

test("a shop that has switched on nothing yet is not told that its key is wrong", () => {
  expect(states([answer(400, "ES04-01"), answer(400, "ES04-01")])).toEqual(["off", "off"]);
});

test("where the key works for one function, another that refuses it is closed", () => {
  expect(states([fine, answer(401, "GA0001")])).toEqual(["usable", "off"]);
});

test.each(["GA0001", "ES01-01", ""])(
  "a refused key (%s) is expired, too new or wrong, by what is known of its age",
  (code) => {
    const refused = [answer(401, code), answer(401, code)];
    const twice = <State>(state: State) => [state, state];
    expect(states(refused, { savedAt: minutesAgo(89) })).toEqual(twice("freshKey"));
    expect(states(refused, { savedAt: minutesAgo(91) })).toEqual(twice("wrongKey"));
    expect(states(refused, {})).toEqual(twice("wrongKey"));
    expect(states(refused, { savedAt: minutesAgo(5000), expires: minutesAgo(1) })).toEqual(twice("expiredKey"));
    expect(states(refused, { savedAt: minutesAgo(5000), expires: minutesAgo(-1) })).toEqual(twice("wrongKey"));
  },
);

test("a credential of the wrong form is a wrong key, however new it is: nobody waits for it", () => {
  expect(states([answer(400, "GK0006")])).toEqual(["wrongKey"]);
  expect(states([answer(400, "GK0001")], { savedAt: minutesAgo(1) })).toEqual(["wrongKey"]);
});

const refusedAt = (key: { savedAt?: Date; expires?: Date }) => ({
  at: "",
  results: judge([["items.search", answer(401, "GA0001")]], { savedAt: key.savedAt, expires: key.expires }, NOW),
});

test.each([
  [{}, "キーが使えません（楽天のキーと違います）。"],
  [{ savedAt: minutesAgo(1) }, "キーが使えません（入力の間違いか、発行したばかりのキーです）。"],
  [{ expires: minutesAgo(1) }, "キーが使えません（期限切れです）。"],
])("keys that Rakuten refuses (%j) are summed up as such: %s", (key, summary) => {
  expect(isKeyRefused(refusedAt(key))).toBe(true);
  expect(checkSummary(refusedAt(key))).toBe(summary);
});

test("what looks like a typo is told before the wait for a new key, which asks to compare first", () => {
  const doubts = doubtsOf({ serviceSecret: "SP33845O_abcDEF0123456789", licenseKey: "SL338459_abcDEF0123456789" });
  const [first, second, ...more] = curesOf({ ...refusedAt({ savedAt: minutesAgo(1) }), doubts });
  expect(first).toMatch(/^サービスシークレット: .*0とO/);
  expect(second).toMatch(/^まず、入力の間違いがないか.*RMSの表示と見比べて.*最長90分/);
  expect(more).toEqual([]);
});

test("the way to the keys and to the functions in RMS is told click by click", () => {
  for (const state of ["wrongKey", "freshKey"] as const)
    expect(stateTexts[state].cure).toMatch(
      /\n1\. .*「WEB APIサービス」[\s\S]*\n3\. .*「詳細」[\s\S]*\n4\. .*SLで始まる/,
    );
  expect(stateTexts.off.cure).toMatch(/\n4\. .*「利用機能を編集」[\s\S]*\n6\. .*「登録する」/);
});

test("silence, overload and maintenance pass", () => {
  expect(states(["none", answer(503), answer(429)])).toEqual(["unreachable", "unreachable", "unreachable"]);
});

test("a changed address or form of call is ours to mend", () => {
  expect(states([answer(404, "GF0002"), answer(415, "ES04-03"), answer(405)])).toEqual([
    "unclear",
    "unclear",
    "unclear",
  ]);
});

test("the summary counts, and each cure is named once", () => {
  const check = {
    at: "",
    results: judge(
      [
        ["items.search", answer(403)],
        ["inventories.bulk.get", answer(403)],
      ],
      { savedAt: undefined, expires: undefined },
      NOW,
    ),
  };
  expect(checkSummary(check)).toBe("2件中2件の機能を利用できません。");
  expect(curesOf(check)).toEqual([stateTexts.off.cure]);
});
