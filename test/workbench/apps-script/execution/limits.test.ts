import { expect, test } from "vitest";
import { realClock } from "../../../../workbench/apps-script/clock.ts";
import { evaluate, OPERATOR, openHost, STAFF, START } from "../script-host.ts";

const MINUTE = 60_000;

test("an execution ends after six minutes, which no catch can hinder", async () => {
  await using host = openHost(`function f() {
    const store = PropertiesService.getScriptProperties();
    for (let minute = 1; ; minute++) {
      try { Utilities.sleep(60000); store.setProperty("minutes", String(minute)); }
      catch (error) { store.setProperty("caught", "yes"); if (minute > 20) return "survived"; }
    }
  }`);
  const execution = await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  expect(execution).toMatchObject({ outcome: "timed out", error: { message: "Exceeded maximum execution time" } });
  expect(host.scriptProperties()).toEqual({ minutes: "6" });
  expect(execution.milliseconds - 6 * MINUTE).toBe(1);
});

test("simple triggers have 30 seconds", async () => {
  await using host = openHost("function onOpen() { Utilities.sleep(31000); }");
  expect((await host.run({ fn: "onOpen", user: STAFF, source: "open" })).outcome).toBe("timed out");
});

test("waiting for a lock counts, too", async () => {
  await using host = openHost(`
    function hold() { LockService.getScriptLock().waitLock(0); Utilities.sleep(300000); Utilities.sleep(59000); }
    function wait() { Utilities.sleep(1000); LockService.getScriptLock().waitLock(1000000); Utilities.sleep(10000); }`);
  const runs = [
    host.run({ fn: "hold", user: OPERATOR, source: "menu" }),
    host.run({ fn: "wait", user: STAFF, source: "menu" }),
  ];
  expect((await Promise.all(runs)).map(({ outcome }) => outcome)).toEqual(["completed", "timed out"]);
});

test("an endless loop that swallows everything is stopped with its thread", async () => {
  await using host = openHost("function f() { for (;;) { try { for (;;); } catch {} } } function g() { return 1; }", {
    spinLimit: 50,
  });
  expect((await host.run({ fn: "f", user: OPERATOR, source: "menu" })).outcome).toBe("timed out");
  expect((await host.run({ fn: "g", user: OPERATOR, source: "run" })).value).toBe(1);
});

test("on a real clock an endless loop is stopped when its time is up", async () => {
  await using host = openHost("function f() { for (;;); }", {
    clock: realClock(),
    limits: { executionMilliseconds: 100 },
  });
  expect((await host.run({ fn: "f", user: OPERATOR, source: "menu" })).outcome).toBe("timed out");
});

test("what an execution logged before its time was up stays on record", async () => {
  await using host = openHost(
    "function f() { console.log('begun'); Utilities.sleep(300000); Utilities.sleep(300000); }",
  );
  expect(await host.run({ fn: "f", user: OPERATOR, source: "menu" })).toMatchObject({
    outcome: "timed out",
    log: [{ message: "begun" }],
  });
});

test("a dead execution that will not end is stopped with its thread", async () => {
  await using host = openHost(
    "function f() { try { Utilities.sleep(300000); Utilities.sleep(300000); } finally { for (;;); } }",
  );
  expect((await host.run({ fn: "f", user: OPERATOR, source: "menu" })).outcome).toBe("timed out");
});

test("more than 30 executions of a user at once are refused", async () => {
  await using host = openHost("function f() { Utilities.sleep(1000); }", { limits: { simultaneousExecutions: 2 } });
  const run = (user: string) => host.run({ fn: "f", user, source: "menu" });
  const runs = await Promise.all([run(OPERATOR), run(OPERATOR), run(OPERATOR), run(STAFF)]);
  expect(runs.map(({ outcome }) => outcome)).toEqual(["completed", "completed", "failed", "completed"]);
  expect(runs[2]?.error?.message).toBe(
    "There are too many scripts running simultaneously for this Google user account.",
  );
});

test("a page's calls beyond ten wait for their turn", async () => {
  await using host = openHost("function f() { Utilities.sleep(1000); }", { limits: { simultaneousRuns: 2 } });
  const runs = [1, 2, 3].map(() => host.run({ fn: "f", user: STAFF, source: "run" }));
  const starts = (await Promise.all(runs)).map(({ startedAt }) => startedAt.getTime() - START.getTime());
  expect(starts).toEqual([0, 0, 1000]);
});

test.each([
  ["UrlFetchApp.fetchAll(['https://a.example/', 'https://a.example/'])", "urlfetch"],
  ["MailApp.sendEmail('a@example.com,b@example.com', 's', 'b')", "email"],
])("%s counts against its daily quota", async (body, kind) => {
  const fetch = async () => ({ status: 200, headers: [], body: new Uint8Array() });
  const limits = { urlFetchPerDay: 3, mailRecipientsPerDay: 3 };
  await evaluate(body, { fetch, limits });
  await expect(evaluate(`${body}; ${body}`, { fetch, limits })).rejects.toThrow(
    `Service invoked too many times for one day: ${kind}.`,
  );
});

test("a daily quota opens again 24 hours after its first use", async () => {
  await using host = openHost("function f() { PropertiesService.getScriptProperties().getKeys(); }", {
    limits: { propertiesPerDay: 1 },
  });
  const outcomes: string[] = [];
  for (const hours of [0, 23, 1]) {
    await host.advance(hours * 60 * MINUTE);
    outcomes.push((await host.run({ fn: "f", user: STAFF, source: "menu" })).outcome);
  }
  expect(outcomes).toEqual(["completed", "failed", "completed"]);
});

test("sleeping longer than five minutes at once is refused", async () => {
  await expect(evaluate("Utilities.sleep(300001)")).rejects.toThrow("Invalid argument: sleep");
});

test("closing the host stops what still runs and may be done twice", async () => {
  const host = openHost("function f() { Utilities.sleep(1000); for (;;); }");
  const endless = host.run({ fn: "f", user: OPERATOR, source: "menu" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await host.close();
  await host.close();
  expect((await endless).outcome).toBe("killed");
});
