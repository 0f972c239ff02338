import { expect, test } from "vitest";
import { killBefore, serve } from "../../../../workbench/apps-script/execution/gate.ts";
import { type Lockstep, lockstep } from "../../../../workbench/apps-script/execution/lockstep.ts";
import { OPERATOR, openHost } from "../script-host.ts";

/** Three executions that race for a counter without, and for another with, a lock. */
const race = `
  function add(key) {
    const store = PropertiesService.getScriptProperties();
    const value = Number(store.getProperty(key) || 0);
    store.setProperty(key, String(value + 1));
  }
  function race() {
    for (let round = 0; round < 3; round++) {
      add("open");
      const lock = LockService.getScriptLock();
      lock.waitLock(60000);
      add("locked");
      Utilities.sleep(10);
      lock.releaseLock();
    }
  }`;

async function racing(gate: Lockstep) {
  await using host = openHost(race, { gate });
  const runs = [1, 2, 3].map(() => host.run({ fn: "race", user: OPERATOR, source: "menu" }));
  const outcomes = (await Promise.all(runs)).map(({ outcome }) => outcome);
  return { outcomes, trace: gate.trace, counters: host.scriptProperties() };
}

/** One after the other, so that three threads serve them all. */
async function racingAll(seeds: readonly number[]) {
  const results: Awaited<ReturnType<typeof racing>>[] = [];
  for (const seed of seeds) results.push(await racing(lockstep(seed)));
  return results;
}

test("the same seed gives the same interleaving twice, and other seeds give others", async () => {
  const seeds = [1, 2, 3, 4, 5];
  const first = await racingAll(seeds);
  const second = await racingAll(seeds);
  expect(second).toEqual(first);
  expect(new Set(first.map(({ trace }) => trace.join())).size).toBe(seeds.length);
});

test("what a lock guards is never lost, and what none guards is lost in some interleaving", async () => {
  const runs = await racingAll([1, 2, 3, 4, 5]);
  expect(runs.map(({ counters }) => counters.locked)).toEqual(Array(5).fill("9"));
  expect(runs.some(({ counters }) => Number(counters.open) < 9)).toBe(true);
});

test("the chooser sees one call of each execution that can act", async () => {
  const sizes = new Set<number>();
  const { outcomes } = await racing(
    lockstep((parked) => {
      expect(new Set(parked.map(({ execution }) => execution)).size).toBe(parked.length);
      sizes.add(parked.length);
      return parked.length - 1;
    }),
  );
  expect(outcomes).toEqual(["completed", "completed", "completed"]);
  expect(sizes).toContain(3);
});

test("the others go on when one is killed in between", async () => {
  const gate = lockstep(7, { pass: (call) => (call.execution === "e2" && call.index === 3 ? killBefore : serve) });
  const { outcomes, counters } = await racing(gate);
  expect(outcomes).toEqual(["completed", "killed", "completed"]);
  expect(Number(counters.locked)).toBeGreaterThanOrEqual(6);
});

test("triggers that fall due together interleave by the same choices, too", async () => {
  const ticking = async (seed: number) => {
    const gate = lockstep(seed);
    await using host = openHost(
      `${race} function set() {
         for (let n = 0; n < 3; n++) ScriptApp.newTrigger("race").timeBased().everyMinutes(1).create(); }`,
      { gate },
    );
    await host.run({ fn: "set", user: OPERATOR, source: "menu" });
    const runs = await host.advance(60_000);
    return { outcomes: runs.map(({ outcome }) => outcome), trace: gate.trace, counters: host.scriptProperties() };
  };
  const first = await ticking(3);
  expect(first).toMatchObject({ outcomes: Array(3).fill("completed"), counters: { locked: "9" } });
  expect(await ticking(3)).toEqual(first);
});
