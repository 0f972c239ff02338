import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import { virtualClock } from "../../workbench/apps-script/clock.ts";
import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import type { Gate, ServiceCall } from "../../workbench/apps-script/execution/gate.ts";
import { publishedLatency } from "../../workbench/apps-script/execution/latency.ts";
import { lockstep } from "../../workbench/apps-script/execution/lockstep.ts";
import { type RecordingUi, recordingUi } from "../../workbench/apps-script/ui.ts";
import { type Random, random } from "../../workbench/rms/seed/random.ts";
import type { Shop } from "../../workbench/rms/shop/shop.ts";
import { connect, createWorkbench, OPERATOR, type Workbench } from "../../workbench/workbench.ts";
import { type Books, books } from "./books.ts";
import { type Comparisons, comparisons } from "./comparisons.ts";
import { type Goods, goods } from "./goods.ts";
import { type Ledger, ledger } from "./ledger.ts";
import { type Meddling, meddling } from "./meddling.ts";
import { type Office, office } from "./office.ts";
import { type Cookbook, cookbook } from "./recipes.ts";
import { type Run, startSchedule } from "./runs/registry.ts";
import { type Shelf, shelf } from "./shelf.ts";
import { type Trace, trace } from "./trace.ts";
import { type Windows, windows } from "./windows.ts";

/** One spreadsheet, one shop and the people around them, all moved by the dice of one seed. */
export interface World {
  readonly dice: Random;
  readonly workbench: Workbench;
  readonly shop: Shop;
  readonly ui: RecordingUi;
  readonly office: Office;
  readonly ledger: Ledger;
  readonly goods: Goods;
  readonly books: Books;
  readonly shelf: Shelf;
  readonly cookbook: Cookbook;
  readonly comparisons: Comparisons;
  /** RMS takes its time: a run may not come through all orders. */
  readonly isSlow: boolean;
  /** The operator lets us write the shop's stock. */
  readonly isUpdating: boolean;
  /** The operator lets 自動連携 run what is due. */
  readonly isScheduled: boolean;
  /** Jobs that people asked for by their boxes. */
  readonly asked: Set<string>;
  readonly meddling: Meddling;
  readonly windows: Windows;
  readonly trace: Trace;
  readonly executions: readonly Execution[];
  /** A text that no cell has held before. */
  readonly token: (word: string) => string;
  readonly number: () => number;
  /** The operator changes settings. */
  save(settings: object): Promise<unknown>;
  /** Somebody starts a run; it goes on beside those under way. */
  start(run: Run): void;
  /** RMS is quick from now on. */
  hasten(): void;
  /** Until everything that was started has ended. */
  finished(): Promise<void>;
  /** Who started which run, by the execution's id. */
  runOf(execution: string): Run | undefined;
}

/** How a call is met; told of each call in the order of the schedule. */
export interface Director {
  pass(call: ServiceCall, world: World): ReturnType<Gate["pass"]>;
  ended(execution: Execution, world: World): void;
}

const NOW = new Date("2026-11-24T10:30:00+09:00");

const QUICK = 300;

/** How much may change in one run before it stops: mostly so much that none does. */
const stops = (dice: Random): object =>
  dice.chance(0.7) ? NEVER_STOP : { stopShare: dice.pick([20, 50]), stopAmount: dice.pick([20, 100]) };

export const NEVER_STOP = { stopShare: 100, stopAmount: 99_999 };

export async function openWorld(seed: number, bundle: Bundle, director: Director): Promise<World> {
  const dice = random("simulation", seed);
  const clock = virtualClock(NOW);
  const log = trace(() => clock.now());
  const runs = new Map<string, Run>();
  const executions: Execution[] = [];
  const pending: Promise<unknown>[] = [];
  let started = 0;
  let tokens = 0;
  // People take their time to read a message.
  const ui = recordingUi(async ({ prompt }) => {
    await clock.sleep(dice.int(0, 3) * 5000);
    if (!prompt.includes("注文番号を入力")) return { button: "OK", text: "" };
    const numbers = workbench.sandbox.shop.orders().map(({ orderNumber }) => orderNumber);
    return { button: "OK", text: numbers.length === 0 ? "" : dice.pick(numbers) };
  });
  let fetchTime = dice.pick([QUICK, QUICK, QUICK, 12_000, 25_000]);
  const gate = lockstep((parked) => dice.int(0, parked.length - 1), {
    pass: (call) => director.pass(call, world),
  });
  const workbench = await createWorkbench({
    bundle,
    clock,
    ui,
    gate,
    chance: seed,
    shop: { seed: `simulation ${seed}`, orders: 0, skus: 8 },
    latency: (call) => (call.service === "UrlFetchApp" ? fetchTime : Math.max(1, publishedLatency(call))),
  });
  workbench.host.onExecution((execution) => {
    executions.push(execution);
    director.ended(execution, world);
  });
  const people = office(workbench, OPERATOR);
  const typed = ledger();
  const world: World = {
    dice,
    workbench,
    shop: workbench.sandbox.shop,
    ui,
    trace: log,
    executions,
    office: people,
    ledger: typed,
    cookbook: cookbook(people, typed),
    comparisons: comparisons(),
    goods: goods(dice.pick(["merchantSkuId", "merchantSkuId", "manageNumber"])),
    books: books(),
    get isSlow() {
      return fetchTime > QUICK;
    },
    isUpdating: dice.chance(0.8),
    isScheduled: dice.chance(0.5),
    asked: new Set(),
    hasten() {
      fetchTime = QUICK;
    },
    shelf: shelf(workbench.sandbox.shop, log),
    meddling: meddling(log),
    windows: windows(),
    token: (word) => `${word}-${++tokens}`,
    number: () => 1000 + ++tokens,
    save(settings) {
      started++;
      return workbench.host.run({ fn: "saveSettings", user: OPERATOR, args: [{ settings }], source: "run" });
    },
    start(run) {
      const id = `e${++started}`;
      runs.set(id, run);
      log.note(`${run.user} starts ${run.name} (${id})`);
      const how = run.byTrigger ? fired(workbench, clock.now().getTime()) : byMenu;
      pending.push(workbench.host.run({ fn: run.fn, user: run.user, ...how }));
    },
    async finished() {
      for (let next = pending.shift(); next !== undefined; next = pending.shift()) await next;
    },
    runOf: (execution) => runs.get(execution),
  };
  await connect(workbench);
  await world.save({ productCode: world.goods.field, stockUpdate: world.isUpdating, schedule, ...stops(dice) });
  // Three executions.
  started = executions.length;
  if (world.isScheduled) {
    world.start(startSchedule);
    await world.finished();
    // The dice fire it from here on, in the middle of other runs too: by its own time most looks would find nothing due.
    for (const { id } of workbench.host.triggers()) workbench.host.disableTrigger(id);
  }
  return world;
}

/** Jobs take turns: no look finds all of them due. */
const schedule = {
  "import-shipments": { every: 10, times: [] },
  "sync-stock": { every: 15, times: [] },
  "import-products": { every: 60, times: [] },
  "report-shipments": { every: 30, times: [] },
};

const byMenu = { source: "menu" } as const;

/** As Google calls the function of a trigger. */
function fired({ host }: Workbench, at: number) {
  const [trigger] = host.triggers();
  return { source: "trigger", event: { kind: "clock", at, triggerUid: trigger?.id ?? "" } } as const;
}
