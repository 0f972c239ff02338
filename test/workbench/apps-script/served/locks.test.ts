import { expect, test } from "vitest";
import { lockstep } from "../../../../workbench/apps-script/execution/lockstep.ts";
import { recordingUi } from "../../../../workbench/apps-script/ui.ts";
import { evaluate, OPERATOR, openHost, returned, STAFF } from "../script-host.ts";

const script = `
  function hold(ms) { LockService.getDocumentLock().waitLock(0); Utilities.sleep(ms); }
  function attempt(ms) { return [LockService.getDocumentLock().tryLock(ms), Date.now()]; }
  function insist(ms) { LockService.getDocumentLock().waitLock(ms); }`;

/** Whichever execution started first makes its calls first. */
const inOrder = () => ({ gate: lockstep(() => 0) });

test("a lock held by another execution is got when that ends", async () => {
  await using host = openHost(script, inOrder());
  const held = host.run({ fn: "hold", args: [5000], user: OPERATOR, source: "run" });
  const got = await host.run({ fn: "attempt", args: [10_000], user: STAFF, source: "run" });
  expect(got.value).toEqual([true, (await held).startedAt.getTime() + 5000]);
});

test("tryLock gives up after its time and answers false", async () => {
  await using host = openHost(script, inOrder());
  const held = host.run({ fn: "hold", args: [5000], user: OPERATOR, source: "run" });
  const got = await host.run({ fn: "attempt", args: [1000], user: STAFF, source: "run" });
  expect(got).toMatchObject({ value: [false, got.startedAt.getTime() + 1000] });
  await held;
});

test("waitLock gives up with Google's text", async () => {
  await using host = openHost(script, inOrder());
  const held = host.run({ fn: "hold", args: [5000], user: OPERATOR, source: "run" });
  const { error } = await host.run({ fn: "insist", args: [1000], user: STAFF, source: "run" });
  expect(error?.message).toBe("Lock timeout: another process was holding the lock for too long.");
  await held;
});

test("whoever came first is served first", async () => {
  await using host = openHost(
    `function queue(name) {
       const lock = LockService.getDocumentLock(); lock.waitLock(60000);
       const store = PropertiesService.getScriptProperties();
       store.setProperty("order", (store.getProperty("order") || "") + name);
       Utilities.sleep(100);
     }`,
    inOrder(),
  );
  const names = ["a", "b", "c", "d"];
  await Promise.all(names.map((name) => host.run({ fn: "queue", args: [name], user: STAFF, source: "run" })));
  expect(host.scriptProperties().order).toBe("abcd");
  expect(host.locks()).toEqual([]);
});

test("one execution may take its lock twice, and one release frees it", async () => {
  const body = `const lock = LockService.getScriptLock();
    const taken = [lock.tryLock(0), lock.tryLock(0), lock.hasLock()];
    lock.releaseLock();
    return [...taken, lock.hasLock()];`;
  expect(await evaluate(body)).toEqual([true, true, true, false]);
});

test("user locks keep only the same user apart", async () => {
  await using host = openHost(
    "function take() { const got = LockService.getUserLock().tryLock(0); Utilities.sleep(1000); return got; }",
  );
  const take = (user: string) => host.run({ fn: "take", user, source: "run" });
  const runs = await Promise.all([take(OPERATOR), take(STAFF), take(OPERATOR)]);
  const own = runs.filter(({ user }) => user === OPERATOR).map(returned);
  expect(own.sort()).toEqual([false, true]);
  expect(runs.filter(({ user }) => user === STAFF).map(returned)).toEqual([true]);
});

test("an alert drops the locks of the script that shows it", async () => {
  const ui = recordingUi();
  const body = `const lock = LockService.getDocumentLock(); lock.waitLock(0);
    SpreadsheetApp.getUi().alert("続けますか");
    return lock.hasLock();`;
  expect(await evaluate(body, { ui })).toBe(false);
  expect(ui.shown).toHaveLength(1);
});

test("tryLock without a time is refused as Google does", async () => {
  await expect(evaluate("LockService.getScriptLock().tryLock()")).rejects.toThrow(
    "The parameters () don't match the method signature for LockService.Lock.tryLock.",
  );
  expect(await evaluate("return LockService.getScriptLock().tryLock(-1)")).toBe(true);
});
