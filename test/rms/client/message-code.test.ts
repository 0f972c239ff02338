import { expect, test } from "vitest";
import type { Family } from "../../../src/rms/client/endpoint.ts";
import { meaningOf } from "../../../src/rms/client/message-code.ts";
import { refusal } from "../../../src/rms/client/rms-problem.ts";
import { NOON } from "../../support/rms-port.ts";

const called = (family: Family) => ({ name: "a.function", family, savedAt: undefined, now: NOON });
const order = (code: string) => `ORDER_EXT_API_${code}`;

/** Every error code that the public material on our functions names. */
const documented: Readonly<Record<Family, readonly string[]>> = {
  order: [
    ...[
      "SEARCH_ORDER_ERROR_009",
      "SEARCH_ORDER_ERROR_010",
      "SEARCH_ORDER_ERROR_011",
      "SEARCH_ORDER_ERROR_023",
      "GET_ORDER_ERROR_009",
    ],
    ...["GET_ORDER_WARNING_101", "CONFIRM_ORDER_ERROR_102", "CONFIRM_ORDER_ERROR_103", "CONFIRM_ORDER_ERROR_105"],
    ...[
      "UPDATE_ORDERSHIPPING_ERROR_011",
      "UPDATE_ORDERSHIPPING_ERROR_101",
      "UPDATE_ORDERSHIPPING_ERROR_102",
      "UPDATE_ORDERSHIPPING_WARNING_101",
    ],
    ...["UPDATE_ORDERSHIPPING_ASYNC_ERROR_011", "GET_RESULT_UPDATEORDERSHIPPING_ASYNC_ERROR_009"],
  ].map(order),
  item: [
    "GE0007",
    "GE0011",
    "GE0012",
    "GE0014",
    "GE0017",
    "GE0019",
    "GE0020",
    "IE0001",
    "IE0002",
    "IE0003",
    "IE0004",
    "IE0007",
    "IE1003",
    "IE1004",
    "IE1005",
    "IE1101",
    "IE1105",
    "IE1106",
    "CE0001",
    "X0000",
  ],
  inventory: [
    "GE0007",
    "GE0011",
    "GE0014",
    "GE0019",
    "CE0001",
    "X0000",
    "IE0001",
    "IE0002",
    "IE0003",
    "IE0004",
    "IE0105",
    "IE0113",
    "IE0116",
    "IE0117",
    "IE0118",
    "IE0121",
    "IE0500",
    "IE1101",
    "IE1102",
    "IE1105",
  ],
  navigation: [
    "invalidGenreId",
    "invalidShowGenreAncestors",
    "invalidShowGenreSiblings",
    "invalidShowGenreChildren",
    "invalidAttributeId",
    "invalidPage",
    "invalidLimit",
    "invalidPageAndLimit",
    "requiredAttributeId",
    "notGenreFound",
    "notAttributeFound",
    "notDictionaryValueFound",
  ],
  licence: ["ES01-01", "ES04-01", "ES04-03", "GA0001", "GK0001", "GK0005", "GK0006", "GF0002", "AuthError"],
};
const all = Object.entries(documented).flatMap(([family, codes]) =>
  codes.map((code) => [family as Family, code] as const),
);

test.each(all)("%s %s is explained in Japanese, with what to do", (family, code) => {
  const { text = "", remedy } = meaningOf(family, code) ?? {};
  expect(text).toMatch(/[ぁ-ん].*(ください|できません。|です。)/);
  expect(["wait", "fix", "report"]).toContain(remedy);
});

const shapes = (code: string) => [
  { errors: [{ code, message: "x", metadata: { propertyPath: "inventories[0].quantity" } }] },
  { Results: { errorCode: code, message: "x" } },
  {
    MessageModelList: [
      { messageType: "INFO", messageCode: "I", message: "" },
      { messageType: "ERROR", messageCode: code, message: "requestIdの項目を指定して下さい。" },
    ],
  },
  { ResultShippingModelList: [{ MessageModelList: [{ messageType: "ERROR", messageCode: code, message: "x" }] }] },
];

test.each(shapes("ZZ9999"))(
  "a code that nobody has documented is named as it is, in whichever shape it comes: %j",
  (body) => {
    const failure = refusal(called("order"), { status: 400, headers: {}, body: JSON.stringify(body) });
    expect(failure).toMatchObject({ remedy: "report", code: "ZZ9999" });
    expect(failure.message).toMatch(/開発元.*（a\.function 400 ZZ9999/);
  },
);

test("the field that RMS complains of is named, no other word of RMS is", () => {
  const [stock, , field] = shapes("IE0002").map(
    (body) => refusal(called("inventory"), { status: 400, headers: {}, body: JSON.stringify(body) }).message,
  );
  expect(stock).toContain("inventories[0].quantity");
  expect(field).toContain("requestId");
  const odd = {
    MessageModelList: [{ messageType: "ERROR", messageCode: order("X"), message: "東京都見本区の書式が不正です。" }],
  };
  expect(refusal(called("order"), { status: 400, headers: {}, body: JSON.stringify(odd) }).message).not.toContain(
    "見本区",
  );
});

test("one code may mean different things in two families", () => {
  expect(meaningOf("inventory", "IE0117")?.text).toContain("在庫数");
  expect(meaningOf("item", "IE0117")).toBeUndefined();
});

test.each(["constructor", "__proto__", "toString"])("%s is no code", (code) => {
  expect(meaningOf("item", code)).toBeUndefined();
});
