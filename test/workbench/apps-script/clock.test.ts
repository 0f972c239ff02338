import { expect, test } from "vitest";
import { virtualClock } from "../../../workbench/apps-script/clock.ts";
import { OPERATOR, openHost, START } from "./script-host.ts";

test("virtual time jumps from sleeper to sleeper in order", async () => {
  const clock = virtualClock(START);
  const woken: number[] = [];
  await Promise.all(
    [3000, 1000, 2000].map((milliseconds) => clock.sleep(milliseconds).then(() => woken.push(clock.now().getTime()))),
  );
  expect(woken.map((at) => at - START.getTime())).toEqual([1000, 2000, 3000]);
});

test("virtual time stands still while someone is at work", async () => {
  const clock = virtualClock(START);
  const release = clock.hold();
  const slept = clock.sleep(1000);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(clock.now()).toEqual(START);
  release();
  await slept;
  expect(clock.now().getTime() - START.getTime()).toBe(1000);
});

test("a sleep given up leaves the time as it is", async () => {
  const clock = virtualClock(START);
  const giveUp = new AbortController();
  const release = clock.hold();
  const slept = clock.sleep(1000, giveUp.signal);
  giveUp.abort();
  await slept;
  release();
  await new Promise(setImmediate);
  expect(clock.now()).toEqual(START);
});

test("a script's sleep takes its time on the host's clock and none of ours", async () => {
  await using host = openHost(
    "function f() { const from = Date.now(); Utilities.sleep(300000); return Date.now() - from; }",
  );
  expect(await host.run({ fn: "f", user: OPERATOR, source: "menu" })).toMatchObject({
    value: 300_000,
    milliseconds: 300_000,
  });
});

test("executions that sleep at once share the time", async () => {
  await using host = openHost("function f(ms) { Utilities.sleep(ms); return Date.now(); }");
  const runs = [5000, 9000].map((ms) => host.run({ fn: "f", args: [ms], user: OPERATOR, source: "run" }));
  const ends = (await Promise.all(runs)).map(({ value }) => Number(value) - START.getTime());
  expect(ends).toEqual([5000, 9000]);
});

test("calls take as long as the latency says", async () => {
  await using host = openHost(
    "function f() { PropertiesService.getUserProperties().getKeys(); SpreadsheetApp.flush(); }",
    {
      latency: ({ service }) => (service === "Properties" ? 20 : 5),
    },
  );
  const { calls, milliseconds } = await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  expect(calls.map(({ name, at }) => [name, at])).toEqual([
    ["Properties.getKeys", 0],
    ["SpreadsheetApp.flush", 20],
  ]);
  expect(milliseconds).toBe(25);
});
