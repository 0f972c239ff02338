import { readBundle } from "../workbench/apps-script/bundle.ts";
import { virtualClock } from "../workbench/apps-script/clock.ts";
import { lockstep } from "../workbench/apps-script/execution/lockstep.ts";
import { createHost } from "../workbench/apps-script/host.ts";
import { OPERATOR } from "../workbench/people.ts";
import { createSheetsEngine } from "../workbench/sheets/engine.ts";

// What an execution and a service call cost on this machine. Run: node scripts/run.mjs bench/apps-script-host.ts [built folder]

const EXECUTIONS = 300;
const CALLS = 5_000;
const user = OPERATOR;
const manifest = { timeZone: "Asia/Tokyo" };

const script = `
  function nothing() {}
  function calls(count) {
    const store = PropertiesService.getScriptProperties();
    for (let call = 0; call < count; call++) store.getProperty("key");
  }`;

function open(code: string, gate = {}) {
  return createHost({
    bundle: { code, html: {}, manifest },
    sheets: createSheetsEngine(),
    spreadsheetId: "none",
    fetch: () => Promise.reject(new Error("no network here")),
    clock: virtualClock(new Date("2026-11-24")),
    limits: { propertiesPerDay: Number.POSITIVE_INFINITY },
    ...gate,
  });
}

async function timed(what: string, units: number, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${what.padEnd(52)} ${((performance.now() - start) / units).toFixed(3)} ms`);
}

const host = open(script);
const nothing = () => host.run({ fn: "nothing", user, source: "menu" });
const calls = (on: typeof host, count: number) => on.run({ fn: "calls", args: [count], user, source: "run" });

await timed("first execution (bundles the runtime, starts a thread)", 1, nothing);
await timed("second thread", 1, () => Promise.all([nothing(), nothing()]));
await timed("empty execution", EXECUTIONS, async () => {
  for (let run = 0; run < EXECUTIONS; run++) await nothing();
});
await timed("service call", CALLS, () => calls(host, CALLS));
await timed("service call, two executions at once", CALLS * 2, () =>
  Promise.all([calls(host, CALLS), calls(host, CALLS)]),
);

const stepped = open(script, { gate: lockstep(1) });
await timed("service call, two executions in lockstep", CALLS * 2, () =>
  Promise.all([calls(stepped, CALLS), calls(stepped, CALLS)]),
);

const [folder] = process.argv.slice(2);
if (folder !== undefined) {
  const { code } = readBundle(folder);
  const built = open(`${code}\nfunction nothing() {}`);
  await built.run({ fn: "nothing", user, source: "menu" });
  await timed(`empty execution of ${folder} (${Math.round(code.length / 1024)} KB)`, EXECUTIONS, async () => {
    for (let run = 0; run < EXECUTIONS; run++) await built.run({ fn: "nothing", user, source: "menu" });
  });
  await built.close();
}
console.log(`${"memory after all of this".padEnd(52)} ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`);
await Promise.all([host.close(), stepped.close()]);
