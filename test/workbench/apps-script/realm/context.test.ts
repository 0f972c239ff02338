import { expect, test } from "vitest";
import { evaluate, OPERATOR, openHost } from "../script-host.ts";

test("a script sees Apps Script's services and none of Node's or the browser's globals", async () => {
  const absent = [
    "URL",
    "TextEncoder",
    "setTimeout",
    "structuredClone",
    "atob",
    "fetch",
    "process",
    "require",
    "crypto",
  ];
  const names = [...absent, "SpreadsheetApp", "Sheets", "UrlFetchApp", "Logger", "WebAssembly", "globalThis"];
  const script = `return ${JSON.stringify(names)}.filter((name) => typeof globalThis[name] !== "undefined");`;
  expect(await evaluate(script)).toEqual(names.filter((name) => !absent.includes(name)));
});

test("no service leads a script out of its context", async () => {
  const script = `const escape = (value) => { try { return value.constructor.constructor("return typeof process")(); } catch { return "none"; } };
    const errors = [() => Utilities.newBlob("").getDataAsString("x"), () => Utilities.computeDigest("MD2", ""),
      () => Utilities.formatDate(new Date(NaN), "JST", "yyyy"), () => UrlFetchApp.fetch("x"), () => ScriptApp.newTrigger("f").timeBased().at("x").create()]
      .map((call) => { try { return call(); } catch (error) { return error; } });
    const values = [console.log, Utilities.getUuid, Utilities.newBlob("a").getBytes(), Session, SpreadsheetApp.getActive().getSheets()];
    return [...errors, ...values].map(escape).filter((found) => found === "object");`;
  expect(await evaluate(script)).toEqual([]);
});

test("the console has only the methods that Google documents", async () => {
  expect(
    await evaluate("return ['log', 'info', 'warn', 'error', 'time', 'timeEnd'].map((name) => typeof console[name])"),
  ).toEqual(Array(6).fill("function"));
  await expect(evaluate("console.table([])")).rejects.toThrow("workbench: console.table is not implemented");
});

test("a member that the workbench lacks fails by its own name", async () => {
  await expect(evaluate("SpreadsheetApp.getActive().getRange('A1')")).rejects.toThrow(
    "workbench: Spreadsheet.getRange is not implemented",
  );
});

test("values from services are of the script's own realm", async () => {
  const script = `
    PropertiesService.getUserProperties().setProperty("a", "1");
    const keys = PropertiesService.getUserProperties().getKeys();
    let caught;
    try { Utilities.sleep("x"); } catch (error) { caught = error; }
    return [keys instanceof Array, caught instanceof Error, Utilities.parseDate("2026", "JST", "yyyy") instanceof Date];`;
  expect(await evaluate(script)).toEqual([true, true, true]);
});

test("an error of a service is an Exception without prefix", async () => {
  const script = "try { Utilities.sleep('x'); } catch (error) { return [error.name, error.message]; }";
  expect(await evaluate(script)).toEqual([
    "Exception",
    "The parameters (String) don't match the method signature for Utilities.sleep.",
  ]);
});

test("every execution runs the whole script anew", async () => {
  await using host = openHost("let count = 0; function next() { return ++count; }");
  const runs = [1, 2, 3].map(() => host.run({ fn: "next", user: OPERATOR, source: "run" }));
  expect((await Promise.all(runs)).map(({ value }) => value)).toEqual([1, 1, 1]);
});

test("a script that breaks while loading fails every function", async () => {
  await using host = openHost("function fine() {} undefined.x;");
  expect(await host.run({ fn: "fine", user: OPERATOR, source: "menu" })).toMatchObject({
    outcome: "failed",
    error: { name: "TypeError" },
  });
});

test("a syntax error is reported, not thrown at the workbench", async () => {
  await using host = openHost("function (");
  expect(await host.run({ fn: "f", user: OPERATOR, source: "menu" })).toMatchObject({
    outcome: "failed",
    error: { name: "SyntaxError" },
  });
});

test("dates are in the script's time zone and read the host's clock", async () => {
  expect(
    await evaluate("return [new Date().getHours(), Date.now(), String(new Date(0)), Date() === String(new Date())]"),
  ).toEqual([9, Date.parse("2026-11-24T00:00:00Z"), "Thu Jan 01 1970 09:00:00 GMT+0900 (Japan Standard Time)", true]);
});

test("a date is a Date whichever way it was made", async () => {
  const script = `class Day extends Date {}
    const made = [new Date(), new Date(0), new Date(2026, 0, 1), new Day()];
    return made.map((date) => date instanceof Date && date.constructor.name !== "Object" && !isNaN(date));`;
  expect(await evaluate(script)).toEqual([true, true, true, true]);
});

test("promises settle before the execution ends", async () => {
  expect(await evaluate("return (async () => { await null; return [await Promise.resolve(7)]; })()")).toEqual([7]);
  await expect(evaluate("return (async () => { await null; throw new RangeError('late'); })()")).rejects.toThrow(
    "failed: RangeError: late",
  );
});

test("the stack of an error names the script's lines and none of the workbench's", async () => {
  await using host = openHost("function inner() {\n  throw new Error('here');\n}\nfunction outer() { inner(); }");
  const { error } = await host.run({ fn: "outer", user: OPERATOR, source: "menu" });
  expect(
    error?.stack
      .split("\n")
      .slice(1)
      .map((line) => line.trim()),
  ).toEqual(["at inner (Code:2:9)", "at outer (Code:4:20)"]);
});

test("the same seed gives the same random numbers and identifiers", async () => {
  const script = "return [Math.random(), Utilities.getUuid()]";
  expect(await evaluate(script, { seed: 5 })).toEqual(await evaluate(script, { seed: 5 }));
  expect(await evaluate(script, { seed: 5 })).not.toEqual(await evaluate(script, { seed: 6 }));
});

test("what a script logs is kept with its level, and an error's stack with it", async () => {
  await using host = openHost(
    "function f() { console.log('a %d', 1); console.error(new Error('bad')); Logger.log('x'); }",
  );
  const { log } = await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  expect(log.map(({ level, message }) => [level, message.split("\n")[0]])).toEqual([
    ["debug", "a 1"],
    ["error", "Error: bad"],
    ["info", "x"],
  ]);
});
