import { expect, test } from "vitest";
import type { Source } from "../../../../workbench/apps-script/execution/protocol.ts";
import { evaluate, OPERATOR, openHost, STAFF } from "../script-host.ts";

test.each([
  ["plain data", "{ a: [1, 'x', null, true] }", { a: [1, "x", null, true] }],
  ["undefined in a list", "[undefined]", [null]],
  ["an object of a class, as plain data", "new (class Point { constructor() { this.x = 1; } })()", { x: 1 }],
  ["a date anywhere makes the whole null", "{ rows: [['A', new Date()]] }", null],
  ["a function likewise", "{ f() {} }", null],
])("google.script.run returns %s", async (_, expression, expected) => {
  expect(await evaluate(`return ${expression};`)).toEqual(expected);
});

test("arguments arrive in the script's own realm", async () => {
  await using host = openHost(
    "function f(list, record) { return [list instanceof Array, record.constructor === Object]; }",
  );
  expect((await host.run({ fn: "f", args: [[1], { a: 1 }], user: STAFF, source: "run" })).value).toEqual([true, true]);
});

const circular: { self?: unknown } = {};
circular.self = circular;

test.each([
  ["a date", [new Date()], "Failed due to illegal value in property: 0"],
  ["a function within", [1, { done: () => {} }], "Failed due to illegal value in property: done"],
  ["a circle", [circular], "Failed due to circular reference."],
])("google.script.run refuses %s as an argument", async (_, args, message) => {
  await using host = openHost("function f() { return 'reached'; }");
  expect(await host.run({ fn: "f", args, user: STAFF, source: "run" })).toMatchObject({
    outcome: "failed",
    error: { name: "TypeError", message },
  });
});

const reachable = `
  function declared() { return 1; }
  const arrow = () => 2;
  var old = function () { return 3; };
  const menu = { item: () => 4 };
  function hidden_() { return 5; }
  function outer() { function nested() {} nested(); }`;

test.each<[string, Source, "completed" | "failed"]>([
  ["declared", "run", "completed"],
  ["arrow", "run", "completed"],
  ["old", "run", "completed"],
  ["hidden_", "run", "failed"],
  ["nested", "run", "failed"],
  ["menu.item", "run", "failed"],
  ["menu.item", "menu", "completed"],
  ["hidden_", "trigger", "completed"],
  ["f(); evil", "menu", "failed"],
])("%s from a %s: %s", async (fn, source, outcome) => {
  await using host = openHost(reachable);
  expect((await host.run({ fn, user: OPERATOR, source })).outcome).toBe(outcome);
});

test("a function that does not exist fails by its name", async () => {
  await using host = openHost("");
  expect((await host.run({ fn: "gone", user: OPERATOR, source: "menu" })).error?.message).toBe(
    "Script function not found: gone",
  );
});

test("a script without onOpen or onEdit opens and is edited all the same", async () => {
  await using host = openHost("");
  expect(await host.open(STAFF)).toEqual([]);
  const edit = { sheet: "出荷リスト", rowStart: 1, rowEnd: 1, columnStart: 1, columnEnd: 1 };
  expect((await host.edited(STAFF, edit)).map(({ outcome }) => outcome)).toEqual(["completed"]);
});

test("mail is kept, not sent", async () => {
  await using host = openHost(`function f() {
    MailApp.sendEmail("a@example.com", "件名", "本文", { cc: "b@example.com" });
    MailApp.sendEmail({ to: "a@example.com", subject: "s", htmlBody: "<p>" });
    return MailApp.getRemainingDailyQuota();
  }`);
  expect((await host.run({ fn: "f", user: OPERATOR, source: "run" })).value).toBe(97);
  expect(host.mail()).toMatchObject([
    { from: OPERATOR, to: "a@example.com", subject: "件名", body: "本文", options: { cc: "b@example.com" } },
    { to: "a@example.com", subject: "s", body: "", options: { htmlBody: "<p>" } },
  ]);
});
