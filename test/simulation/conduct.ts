import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import { type ServiceCall, serve, type Verdict } from "../../workbench/apps-script/execution/gate.ts";
import type { Random } from "../../workbench/rms/seed/random.ts";
import { followCodes } from "./follow-codes.ts";
import type { Harm } from "./harms/harm.ts";
import { kills } from "./harms/kill.ts";
import { harms } from "./harms/registry.ts";
import { CORRUPT, LATE, REPORTED, rmsFaults, slowReports, unanswered } from "./harms/rms-fault.ts";
import { type Oversold, oversold } from "./invariants/oversold.ts";
import { type Promises, promises } from "./invariants/promise.ts";
import { type StockPromises, stockPromises } from "./invariants/stock-promise.ts";
import { type Tidings, tidings } from "./invariants/tidings.ts";
import { importNow, type Run, reportShipments, runs, tick, updateShopStock } from "./runs/registry.ts";
import { followNames } from "./steps/columns.ts";
import { parcelSteps, steps } from "./steps/registry.ts";
import { sell } from "./steps/sales.ts";
import type { Step } from "./steps/step.ts";
import { counted, emptyTally, type Tally } from "./tally.ts";
import type { Director, World } from "./world.ts";

/** Which of all steps and harms one schedule draws from, and how often: schedules that leave some out reach deeper into the rest. */
interface Temper {
  readonly steps: readonly Step[];
  readonly runs: readonly Run[];
  readonly harms: readonly Harm[];
  readonly stepRate: number;
  readonly runRate: number;
  readonly danger: Danger;
}

export interface Conductor extends Director {
  readonly tally: Tally;
  /** What runs promised and did not keep. */
  readonly broken: readonly string[];
  /** A write went astray and its run died before it could put that right: people have to clear up after it. */
  readonly wreckage: boolean;
  /** One step of people or the shop, whatever the temper. */
  step(world: World): void;
  anyRun(world: World): Run;
  /** From now on everything passes unharmed. */
  calm(): void;
  /** From now on things happen at service calls. */
  rage(dice: Random): void;
}

/** How many runs may join those of one round: each that joins gives others occasion to join, and some days would never end. */
const JOINING = 8;

/** How often a call comes to harm. */
type Danger = (call: ServiceCall) => number;

/** Where something leaves the script, harm is worth more tries than elsewhere. */
const WORTH: Readonly<Record<string, number>> = { "Sheets.Spreadsheets.batchUpdate": 8, "UrlFetchApp.fetch": 5 };

const anywhere =
  (rate: number): Danger =>
  ({ name }) =>
    rate * (WORTH[name] ?? 0.4);

/** Runs come as far as their commits, and many no further: what is on the sheets then is all that the next has. */
const atCommits: Danger = ({ name }) => (name === "Sheets.Spreadsheets.batchUpdate" ? 0.25 : 0);

/** Rakuten has a bad day: what a run has fetched before an answer fails it has to do something with. */
const atAnswers: Danger = ({ service }) => (service === "UrlFetchApp" ? 0.2 : 0);

const badAnswers = { harms: rmsFaults, danger: atAnswers } as const;
const endings = { harms: kills, danger: atCommits } as const;

/** People buy while the shop's stock is written, and RMS does not always answer. */
const rush = { runs: [updateShopStock], runRate: 0, steps: [sell], harms: unanswered } as const;

/** Where stock is moved: nobody knows whether it was. */
const atMoves: Danger = ({ urls }) => (urls.some((url) => url.includes("/bulk-upsert")) ? 0.3 : 0);

/** Nobody knows whether RMS has a report, or it is long at work on it, while people go on and orders are cancelled. */
const parcels = {
  runs: [reportShipments, { ...importNow, weight: 2 }, { ...tick, weight: 3 }],
  runRate: 0,
  steps: parcelSteps,
  harms: [...unanswered, ...slowReports, ...kills],
} as const;

/** Where reports are handed in, and everything of them that leaves the script. */
const atReports: Danger = ({ name, urls }) => {
  if (urls.some((url) => url.includes(REPORTED))) return 0.5;
  return name === "Sheets.Spreadsheets.batchUpdate" ? 0.05 : 0.002;
};

/** So many days, one after the other, have every kind of harm of RMS between them: each has two that it meets far more often. */
const DAYS_OF_ALL = Math.ceil(rmsFaults.length / 2);
const FAVOUR = 10;

export function conductor(seed: number): Conductor {
  const isFavoured = ({ name }: Harm) =>
    rmsFaults.findIndex((fault) => fault.name === name) % DAYS_OF_ALL === seed % DAYS_OF_ALL;
  let rounds = 0;
  const tally = emptyTally();
  const broken: string[] = [];
  let temper: Temper | undefined;
  let wreckage = false;
  let joining = 0;
  let kept: Promises | undefined;
  /** It is a day on which much is shipped. */
  let isReporting: boolean | undefined;
  let told: Tidings | undefined;
  let stock: (StockPromises & { readonly offers: Oversold }) | undefined;

  function step(world: World): void {
    const { dice, trace } = world;
    followNames(world);
    followCodes(world);
    const chosen = dice.weighted((temper?.steps ?? steps).map((each) => [each.weight, each] as const));
    const done = chosen.act(world);
    if (done === undefined) return;
    world.shelf.look();
    if (chosen.by === "people" && chosen.moves === undefined) world.meddling.hand();
    if (chosen.by === "people") tally.peopleSteps++;
    else tally.shopSteps++;
    trace.note(done);
  }

  const anyRun = ({ dice, isScheduled }: World) =>
    dice.weighted(
      (temper?.runs ?? runs)
        .filter(({ byTrigger }) => isScheduled || !byTrigger)
        .map((run) => [run.weight, run] as const),
    );

  /**
   * A column shifted between look and write makes a run write over a cell of people for an instant. Killed within that
   * instant it leaves the cell so: no later run can know what stood there. This one window is known and accepted, and
   * left out here, harms and all; rows shifted in it are healed or reported, and stay in.
   */
  const isSpared = (call: ServiceCall, { windows }: World) => windows.atRisk(call).has("columns");

  function harmed(call: ServiceCall, world: World, { harms, danger }: Temper): Verdict {
    const { dice, trace } = world;
    const fitting = harms.filter((harm) => harm.fits(call));
    if (fitting.length === 0 || !dice.chance(danger(call)) || isSpared(call, world)) return serve;
    const harm = dice.weighted(fitting.map((each) => [each.weight * (isFavoured(each) ? FAVOUR : 1), each] as const));
    counted(tally.harms, harm.name);
    if (harm.name === CORRUPT) excuse(call.execution);
    if (harm.name === LATE) stock?.offers.delay(call.execution);
    trace.note(`${call.execution} call ${call.index} ${call.name}: ${harm.name}`);
    return harm.act(call, world);
  }

  function excuse(execution: string): void {
    kept?.excuse();
    stock?.excuse(execution);
    stock?.offers.excuse(execution);
  }

  return {
    tally,
    broken,
    step,
    anyRun,
    get wreckage() {
      return wreckage;
    },
    calm() {
      temper = undefined;
    },
    rage(dice) {
      joining = JOINING;
      const some = <T>(all: readonly T[]) => all.filter(() => dice.chance(0.6));
      rounds++;
      // Of each day a part belongs to Rakuten, and a part to Google.
      const own = rounds === 2 ? badAnswers : rounds === 3 ? endings : undefined;
      if (own === undefined && dice.chance(0.25)) {
        temper = { ...rush, danger: atMoves, stepRate: dice.pick([0.05, 0.1, 0.25]) };
        return;
      }
      isReporting ??= dice.chance(0.4);
      if (own === undefined && isReporting && dice.chance(0.8)) {
        temper = { ...parcels, danger: atReports, stepRate: dice.pick([0.05, 0.1, 0.25]) };
        return;
      }
      temper = {
        runs,
        steps: orAll(some(steps), steps),
        ...(own ?? { harms: some(harms), danger: anywhere(dice.pick([0.02, 0.05, 0.08, 0.12])) }),
        stepRate: dice.pick([0, 0.05, 0.1, 0.25, 0.5]),
        runRate: dice.pick([0, 0.02, 0.06]),
      };
    },
    pass(call, world) {
      kept ??= promises(world);
      stock ??= { ...stockPromises(world), offers: oversold(world) };
      told ??= tidings(world);
      world.trace.call(call);
      world.shelf.look();
      // What a run reads now it works with.
      if (call.name === "Sheets.Spreadsheets.get" && world.runOf(call.execution) !== undefined) void world.cookbook.now;
      tally.calls++;
      let verdict = serve;
      if (temper !== undefined) {
        while (world.dice.chance(temper.stepRate)) step(world);
        if (world.dice.chance(temper.runRate) && joining-- > 0) world.start(anyRun(world));
        verdict = harmed(call, world, temper);
      }
      if (verdict.serve) {
        told.serve(call);
        stock.serve(call);
        stock.offers.serve(call);
        world.windows.serve(call);
      }
      broken.push(...kept.serve(call).map((text) => `${call.execution} goes on from a cursor, but ${text}`));
      return verdict;
    },
    ended(execution, world) {
      tally.executions++;
      if (kept === undefined) return;
      world.trace.note(`${execution.id} ${execution.outcome}${said(execution)}`);
      if (world.windows.close(execution.id).size > 0) {
        wreckage = true;
        kept.excuse();
      }
      broken.push(...(stock?.offers.broken.splice(0) ?? []));
      broken.push(...(told?.broken.splice(0) ?? []));
      tally.told = told?.held ?? 0;
      tally.offers = stock?.offers.held ?? 0;
      if (execution.outcome === "failed")
        broken.push(`${execution.id} threw ${execution.error?.name}: ${execution.error?.message}`);
      const promised = kept.broken(execution) ?? stock?.broken(execution);
      if (promised === undefined) return;
      tally.promises++;
      broken.push(...promised.map((text) => `${execution.id} said 完了, but ${text}`));
    },
  };
}

const orAll = <T>(some: readonly T[], all: readonly T[]): readonly T[] => (some.length > 0 ? some : all);

function said({ value }: Execution): string {
  const { remedy, message } = (value ?? {}) as { remedy?: string; message?: string };
  return message === undefined ? "" : ` (${remedy}): ${message}`;
}
