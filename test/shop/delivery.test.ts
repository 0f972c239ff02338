import { expect, test } from "vitest";
import { type DeliveryRules, dispatchOf as dispatch } from "../../src/shop/delivery.ts";
import type { Order } from "../../src/shop/order.ts";
import { termLabel } from "../../src/shop/wished-term.ts";
import { plainWays } from "../support/rules.ts";

const tokyo = { name: "", kana: "", postcode: "", prefecture: "東京都", city: "架空区", street: "", phone: "" };
const destination = { addressee: tokyo, island: false, rakutenCarrier: "" } as const;
type Asked = Pick<Order, "deliveryMethod" | "temperature" | "wishedDate" | "wishedTerm">;
const dispatchOf = ({ temperature, wishedTerm, ...order }: Asked, rules: DeliveryRules) =>
  dispatch({ ...order, deliveryClass: temperature, wishedTerm: termLabel(wishedTerm) }, destination, rules);

const masters = (given: Partial<DeliveryRules> = {}): DeliveryRules => ({
  ...plainWays,
  delivery: () => ({ carrier: "1001", service: "冷蔵便", temperature: "冷蔵", leadDays: 3 }),
  band: () => "1416",
  ...given,
});
const order = { deliveryMethod: "宅配便", temperature: "", wishedDate: 46_360, wishedTerm: 1416 };

test("service, temperature, band and the day to ship on follow from the masters", () => {
  expect(dispatchOf(order, masters())).toEqual({
    service: "冷蔵便",
    suggestedCarrier: "1001 ヤマト運輸",
    temperature: "冷蔵",
    bandCode: "1416",
    shipOn: 46_357,
    questions: [],
    settleable: [],
    warnings: [],
    unknown: [],
  });
});

test("without a wished date there is no day to ship on", () => {
  expect(dispatchOf({ ...order, wishedDate: null }, masters()).shipOn).toBeNull();
});

test("while the delivery method is unmapped, one day is taken for the way", () => {
  expect(dispatchOf(order, masters({ delivery: () => "unmapped" })).shipOn).toBe(46_359);
});

test("a band that the carrier's master lacks is asked for by name, once for the master too", () => {
  expect(dispatchOf(order, masters({ band: () => "unknown" }))).toMatchObject({
    bandCode: "",
    questions: [expect.stringContaining("「14時～16時」（1001 ヤマト運輸）")],
    unknown: [{ kind: "band", carrier: "1001", term: "14時～16時" }],
  });
});

test("an order without a wished band asks no master", () => {
  expect(dispatchOf({ ...order, wishedTerm: 0 }, masters({ band: () => "unknown" })).questions).toEqual([]);
});

test("an order without a delivery method asks nothing of the master and adds nothing to it", () => {
  expect(dispatchOf({ ...order, deliveryMethod: "" }, masters())).toMatchObject({ questions: [], unknown: [] });
});

const kept = (temperature: string): DeliveryRules =>
  masters({ delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature, leadDays: 1 }) });

test.each(["クール便", "冷蔵宅配", "冷凍便", "ｸｰﾙ宅急便"])(
  "%s without a temperature in the master is asked about by name, not sent at 常温",
  (deliveryMethod) => {
    expect(dispatchOf({ ...order, deliveryMethod }, kept(""))).toMatchObject({
      temperature: "",
      questions: [expect.stringMatching(new RegExp(`「${deliveryMethod}」の温度帯が未設定.*「配送サービスマスタ」`))],
    });
    expect(dispatchOf({ ...order, deliveryMethod }, kept("冷凍"))).toMatchObject({
      temperature: "冷凍",
      questions: [],
    });
  },
);

test("any other delivery method without a temperature in the master goes at 常温", () => {
  expect(dispatchOf(order, kept(""))).toMatchObject({ temperature: "常温", questions: [] });
});

test.each([
  ["冷蔵", ""],
  ["冷凍", "冷蔵"],
  ["常温", "冷凍"],
])("a 配送区分 of %s asks when the master says %j", (temperature, master) => {
  expect(dispatchOf({ ...order, temperature }, kept(master))).toMatchObject({
    temperature: "",
    questions: [expect.stringMatching(`配送区分は${temperature}、.*「宅配便」の温度帯は${master || "常温"}です`)],
  });
  expect(dispatchOf({ ...order, temperature }, kept(temperature))).toMatchObject({ temperature, questions: [] });
});

test("a wished band that RMS does not explain is asked for as any other that the master lacks", () => {
  expect(dispatchOf({ ...order, wishedTerm: 3 }, masters({ band: () => "unknown" }))).toMatchObject({
    questions: [expect.stringContaining("「時間帯コード3」")],
    unknown: [{ kind: "band", carrier: "1001", term: "時間帯コード3" }],
  });
});

test("a band that the carrier does not offer goes without a time, and the row says so without a stop", () => {
  expect(dispatchOf(order, masters({ band: () => "" }))).toMatchObject({
    bandCode: "",
    questions: [],
    warnings: [expect.stringContaining("「14時～16時」は1001 ヤマト運輸で指定できない")],
  });
  expect(dispatchOf({ ...order, wishedTerm: 0 }, masters()).warnings).toEqual([]);
});

const wrong = { unusable: "「見本マスタ」の「見本」: 「1」は使えません。" };

test.each<[string, Partial<DeliveryRules>]>([
  ["the row of its delivery method", { delivery: () => wrong }],
  ["the row of its time band", { band: () => wrong }],
  ["the row of its place", { leadTimes: [{ place: "東京都", service: "", days: null, ...wrong }] }],
  ["the calendar", { unsure: wrong.unusable }],
])("an order whose way depends on %s, which cannot be used, asks and quotes what is wrong", (_, rules) => {
  const { questions, settleable, unknown } = dispatchOf(order, masters(rules));
  expect({ questions, settleable, unknown }).toEqual({
    questions: [expect.stringContaining(wrong.unusable)],
    settleable: [],
    unknown: [],
  });
});

test("an order that needs nothing of a faulty row goes out as ever", () => {
  const rules = masters({
    band: () => wrong,
    leadTimes: [{ place: "沖縄県", service: "", days: null, ...wrong }],
    unsure: wrong.unusable,
  });
  expect(dispatchOf({ ...order, wishedTerm: 0, wishedDate: null }, rules).questions).toEqual([]);
});
