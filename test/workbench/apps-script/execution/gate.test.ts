import { expect, test } from "vitest";
import {
  exception,
  type Gate,
  killAfter,
  killBefore,
  raiseAfter,
  raiseInstead,
  serve,
  sheetsFailure,
  type Verdict,
} from "../../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR, openHost } from "../script-host.ts";

/** Gives one verdict on the call of this number, and lets all others pass. */
const at = (index: number, verdict: Verdict): Gate => ({ pass: (call) => (call.index === index ? verdict : serve) });

const script = `
  const store = () => PropertiesService.getScriptProperties();
  function steps() {
    try {
      for (const step of ["1", "2", "3"]) store().setProperty(step, "done");
      return "finished";
    } catch (error) {
      store().setProperty("caught", String(error));
      return "went on";
    } finally {
      store().setProperty("finally", "ran");
    }
  }`;

const runSteps = async (gate: Gate) => {
  await using host = openHost(script, { gate });
  const execution = await host.run({ fn: "steps", user: OPERATOR, source: "menu" });
  return { execution, stored: Object.keys(host.scriptProperties()) };
};

test("an open gate lets a script finish", async () => {
  const { execution, stored } = await runSteps({ pass: () => serve });
  expect(execution).toMatchObject({ outcome: "completed", value: "finished" });
  expect(stored).toEqual(["1", "2", "3", "finally"]);
});

test.each([
  ["before a call", killBefore, ["1"]],
  ["after a call", killAfter, ["1", "2"]],
])(
  "an execution killed %s has no effect from there on, neither in catch nor in finally",
  async (_, verdict, stored) => {
    const result = await runSteps(at(1, verdict));
    expect(result.execution.outcome).toBe("killed");
    expect(result.execution.value).toBeUndefined();
    expect(result.stored).toEqual(stored);
  },
);

test("a call can fail without effect, and the script may catch that", async () => {
  const { execution, stored } = await runSteps(at(1, raiseInstead(exception("Address unavailable"))));
  expect(execution).toMatchObject({ outcome: "completed", value: "went on" });
  expect(stored).toEqual(["1", "caught", "finally"]);
});

test("a call's answer can be lost after it took effect", async () => {
  const { stored } = await runSteps(at(1, raiseAfter(exception("Service timed out"))));
  expect(stored).toEqual(["1", "2", "caught", "finally"]);
});

test("an injected failure of Sheets looks like Google's", async () => {
  const gate = at(0, raiseInstead(sheetsFailure("spreadsheets.get", 503, "The service is currently unavailable.")));
  await using host = openHost(
    "function f() { try { Sheets.Spreadsheets.get('x'); } catch (e) { return [e.name, e.message, e.details.code]; } }",
    { gate },
  );
  expect((await host.run({ fn: "f", user: OPERATOR, source: "menu" })).value).toEqual([
    "GoogleJsonResponseException",
    "API call to sheets.spreadsheets.get failed with error: The service is currently unavailable.",
    503,
  ]);
});

test("a killed execution gives up its locks at once", async () => {
  const gate: Gate = { pass: (call) => (call.user === OPERATOR && call.index === 1 ? killBefore : serve) };
  await using host = openHost(
    `function hold() { LockService.getScriptLock().waitLock(1000); Utilities.sleep(60000); }
     function next() { return LockService.getScriptLock().tryLock(1000); }`,
    { gate },
  );
  const held = host.run({ fn: "hold", user: OPERATOR, source: "menu" });
  const next = host.run({ fn: "next", user: "other@example.com", source: "menu" });
  expect((await held).outcome).toBe("killed");
  expect((await next).value).toBe(true);
});

test("the record of calls tells what was called, never what was written", async () => {
  await using host = openHost(
    "function f() { PropertiesService.getUserProperties().setProperty('licence', 'secret'); }",
  );
  const { calls } = await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  expect(calls).toEqual([
    {
      execution: "e1",
      index: 0,
      user: OPERATOR,
      at: 0,
      urls: [],
      service: "Properties",
      method: "setProperty",
      name: "Properties.setProperty",
      detail: "user licence",
    },
  ]);
});

test("a fault of the workbench stops the run, and is not the script's to swallow", async () => {
  const gate: Gate = {
    pass: () => {
      throw new Error("the gate is broken");
    },
  };
  await using host = openHost(script, { gate });
  await expect(host.run({ fn: "steps", user: OPERATOR, source: "menu" })).rejects.toThrow("the gate is broken");
});
