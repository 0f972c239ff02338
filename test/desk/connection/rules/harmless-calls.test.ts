import { expect, test } from "vitest";
import { answerTo, harmlessCalls } from "../../../../src/desk/connection/harmless-calls.ts";
import type { HttpRequest } from "../../../../src/platform/ports.ts";
import { SANDBOX_KEYS } from "../../../../workbench/rms/sandbox.ts";
import { answering, HEADER, NOON, openRms, type RmsDesk, thrown } from "../../../support/rms-port.ts";

const calls = (onExpiry: (expires: Date | undefined) => void = () => {}, stockUpdate = false) =>
  harmlessCalls(SANDBOX_KEYS, NOON, onExpiry, { stockUpdate });
const askAll = ({ rms }: RmsDesk) => calls().map(([, call]) => answerTo(call, rms));
const reportOf = ({ sent }: RmsDesk) =>
  sent.find(({ url }) => url.includes("updateOrderShippingAsync")) as HttpRequest & { body: string };

test.each(calls())("when %s is refused, people are told the name that RMS shows for it", (name, call) => {
  const { rms } = answering({ status: 403 });
  expect(thrown(() => call(rms))).toMatchObject({ message: expect.stringContaining(`（${name} 403）`) });
});

test("each function is called once, and the licence key's end is heard on the way", () => {
  const desk = openRms({ orders: 20 });
  const heard: (Date | undefined)[] = [];
  const answers = calls((expires) => heard.push(expires)).map(([, call]) => answerTo(call, desk.rms));
  expect(answers).toEqual(Array(8).fill({ status: 200, code: "" }));
  expect(new Set(desk.sent.map(({ url }) => url)).size).toBe(8);
  expect(heard).toEqual([new Date("2027-01-22T23:59:59+09:00")]);
});

test.each([200, 400] as const)(
  "a report refused for its form, with status %i, proves the function and queues nothing",
  (status) => {
    const desk = openRms({ orders: 20, asyncRefusalStatus: status });
    expect(askAll(desk)).toEqual(Array(8).fill({ status: 200, code: "" }));
    expect(desk.shop.reports()).toEqual([]);
  },
);

test("what writes stock is asked only where people switched it on, and an update of nothing proves it", () => {
  const desk = openRms({ skus: 5 });
  const before = structuredClone([...desk.shop.state.stocks]);
  const answers = calls(() => {}, true).map(([name, call]) => [name, answerTo(call, desk.rms)]);
  expect(answers).toContainEqual(["inventories.bulk.upsert", { status: 400, code: "IE0001" }]);
  expect([...desk.shop.state.stocks]).toEqual(before);
  expect(calls().map(([name]) => name)).not.toContain("inventories.bulk.upsert");
});

test("were the form of the report taken after all, no order of the shop would change", () => {
  const desk = openRms({ orders: 20 });
  askAll(desk);
  const orders = () => structuredClone(desk.shop.orders());
  const before = orders();
  const taken = desk.sandbox.handle({
    method: "POST",
    path: "/es/2.0/order/updateOrderShippingAsync/",
    headers: { Authorization: HEADER, "Content-Type": "application/json; charset=utf-8" },
    body: reportOf(desk).body.replace("2000/01/01", "2000-01-01"),
  });
  expect(taken).toMatchObject({ status: 200, body: expect.stringContaining("INFO_101") });
  desk.clock.forward(10 * 60_000);
  expect(desk.shop.reports()[0]?.results).toBeDefined();
  expect(orders()).toEqual(before);
});

test("a failing function is asked once, not again and again", () => {
  const desk = openRms();
  desk.shop.setMode("maintenance");
  expect(askAll(desk)).toEqual(Array(8).fill({ status: 503, code: "" }));
  expect(desk.sent).toHaveLength(8);
});

test("no answer is told apart from a refusal, and what is no failure of RMS is not swallowed", () => {
  const { rms, faults } = openRms();
  faults.next("*", { transport: "hang" }, { status: 403 });
  expect(
    calls()
      .slice(0, 2)
      .map(([, call]) => answerTo(call, rms)),
  ).toEqual(["none", { status: 403, code: "" }]);
  const bug = () => {
    throw new TypeError("a bug");
  };
  expect(thrown(() => answerTo(bug, rms))).toBeInstanceOf(TypeError);
});
