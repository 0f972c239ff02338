import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import type { Shop } from "../../workbench/rms/shop/shop.ts";
import { DASHBOARD, declaredHeaders, REQUEST_BOX, SHEETS, SHIPMENTS } from "./declared.ts";
import { expectedOrder } from "./expected-rows.ts";
import { followCodes } from "./follow-codes.ts";
import { cellIn } from "./goods.ts";
import { strays } from "./invariants/no-strays.ts";
import { cursorOf } from "./invariants/promise.ts";
import { differences } from "./invariants/shop-in-master.ts";
import { SEPARATOR } from "./ledger.ts";
import type { View } from "./office.ts";
import {
  endCount,
  importNow,
  importProducts,
  type Job,
  type Run,
  reportShipments,
  setUp,
  syncStock,
  tick,
  updateShopStock,
} from "./runs/registry.ts";
import { followNames, giveBackName, removeColumn } from "./steps/columns.ts";
import { answerProduct } from "./steps/goods.ts";
import { removeRow } from "./steps/rows.ts";
import { entriesIn } from "./stock-book.ts";
import { NEVER_STOP, type World } from "./world.ts";

/** The longest that a job may take to come to rest. A run that comes further than the one before it is no round of its own: Rakuten may be slow, and the list long. */
const ROUNDS = 24;

/**
 * What people do once the day calms down, and no more than the product's messages ask of them: give headers their names
 * back, choose 初期設定, delete rows they pasted twice, and start each import until a run has nothing to do; of the products all, with what they settled on the way.
 * Gives what went wrong on the way.
 */
export async function mend(world: World, wreckage: boolean): Promise<string[]> {
  followNames(world);
  for (const sheet of SHEETS)
    for (const renamed of world.ledger.renames(sheet)) noted(world, giveBackName(world, sheet, renamed));
  await run(world, setUp);
  if (world.isScheduled) await mendRequests(world);
  const goods = await mendGoods(world, wreckage);
  // A run that has no time for all is never through: the rows that it looked at first are due again by then.
  world.hasten();
  const imported = await rest(world, wreckage, importNow);
  const shipments = imported.length > 0 ? imported : await mendReports(world, wreckage);
  return [...goods, ...shipments, ...(shipments.length > 0 ? [] : await mendStock(world, wreckage))];
}

/** What time alone moves: how far each order is, and the day, which has its own rows that are late. */
const standingOf = ({ shop }: World): string =>
  JSON.stringify([dayOf(shop), ...shop.orders().map((order) => expectedOrder(order, shop.now()).progress)]);

const dayOf = (shop: Shop): number => Math.floor((shop.now() + 9 * 3_600_000) / 86_400_000);

/** As it was when the last import that went through all orders began. */
const lastStanding = new WeakMap<World, string>();

/** Lets 自動連携 look until no box is ticked; what failed before rests for a while. */
async function mendRequests(world: World): Promise<void> {
  const isAsked = () => {
    const view = world.office.view(DASHBOARD);
    return view.rows.some((row) => cellIn(view, row, REQUEST_BOX) === true);
  };
  for (let round = 1; round <= ROUNDS && (round === 1 || isAsked()); round++) {
    await run(world, tick);
    await world.workbench.host.advance(20 * 60_000);
  }
}

/**
 * Reports until RMS has all that the list wants it to have. What is unanswered is waited for; what RMS was told comes onto
 * the list by the next import, and may settle what people were asked.
 */
async function mendReports(world: World, wreckage: boolean): Promise<string[]> {
  world.hasten();
  const sight = () => JSON.stringify([world.shop.orders(), reportsIn(world)]);
  let quiet = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const before = sight();
    const { value } = await run(world, reportShipments);
    const { remedy, message = "" } = (value ?? {}) as Notice;
    if (remedy === "report") return [`undisturbed, ${reportShipments.name} says: ${message}`];
    quiet = sight() === before && remedy === "none" ? quiet + 1 : 0;
    if (quiet > (message.includes("結果待ち 0件") ? 0 : PATIENT_ROUNDS)) return [];
    if (remedy === "fix") await run(world, setUp);
    const unrest = await rest(world, wreckage, importNow);
    if (unrest.length > 0) return unrest;
    await world.workbench.host.advance(20 * 60_000);
  }
  return [`${reportShipments.name} does not come to rest: ${JSON.stringify(world.executions.at(-1)?.value)}`];
}

/** So many rounds without a word from RMS are more than the hour that an unanswered report waits. */
const PATIENT_ROUNDS = 3;

/** What the list says of its reports. */
function reportsIn({ office }: World): unknown[] {
  const view = office.view(SHIPMENTS);
  return view.rows.map((row) => ["報告状態", "送信した発送情報"].map((header) => cellIn(view, row, header)));
}

/**
 * Counts and books until nothing is left to book, then brings RMS's figures to ours. What time moved meanwhile, no run
 * has looked at yet, and it need not wait until its rows are due: so it is looked at until nothing moves.
 */
async function mendStock(world: World, wreckage: boolean): Promise<string[]> {
  world.hasten();
  if (world.dice.chance(0.5)) await run(world, endCount);
  await world.save(NEVER_STOP);
  const unrest = await settleStock(world, wreckage);
  if (unrest.length > 0) return unrest;
  while (standingOf(world) !== lastStanding.get(world)) {
    const moved = await rest(world, wreckage, importNow, 0);
    const again = moved.length > 0 ? moved : await settleStock(world, wreckage);
    if (again.length > 0) return again;
  }
  return [];
}

async function settleStock(world: World, wreckage: boolean): Promise<string[]> {
  const books = () => JSON.stringify(entriesIn(world));
  const levels = () => JSON.stringify([...world.shop.state.stocks.values()].map(({ quantity }) => quantity));
  const unrest = await settle(world, wreckage, syncStock, () => (world.isUpdating ? "" : books()));
  // A pass over all orders is in it: it has nothing left to book either.
  return unrest.length > 0 || !world.isUpdating
    ? unrest
    : settle(world, wreckage, updateShopStock, () => books() + levels());
}

/** Runs it until one is through and changed nothing of what it is there for. */
async function settle(world: World, wreckage: boolean, kind: Run, sight: () => string): Promise<string[]> {
  for (let round = 1; round <= ROUNDS; round++) {
    tidy(world, wreckage);
    const before = sight();
    const { value } = await run(world, kind);
    const { remedy, message } = (value ?? {}) as Notice;
    if (remedy === "report") return [`undisturbed, ${kind.name} says: ${message}`];
    if (remedy === "none" && sight() === before) return [];
    if (remedy === "fix") await run(world, setUp);
    await world.workbench.host.advance(3 * 60_000);
  }
  return [`${kind.name} does not come to rest in ${ROUNDS} runs: ${JSON.stringify(world.executions.at(-1)?.value)}`];
}

async function mendGoods(world: World, wreckage: boolean): Promise<string[]> {
  const unrest = await rest(world, wreckage, importProducts);
  if (unrest.length > 0) return unrest;
  const deleted = world.shop
    .items()
    .flatMap(({ item, deletedAt }) => (deletedAt === undefined ? [] : item.manageNumber));
  const missed = wreckage ? [] : differences(world, deleted);
  for (let n = world.dice.int(0, 6); n > 0; n--) noted(world, answerProduct.act(world));
  await world.save({ productsSince: null, productsFrom: 1 });
  return [
    ...missed.map((text) => `before the whole shop is gone through, ${text}`),
    ...(await rest(world, wreckage, importProducts)),
  ];
}

/** By then a run looks at every row again, whoever looked before. */
const ALL_DUE = 31 * 60_000;

async function rest(
  world: World,
  wreckage: boolean,
  job: Job,
  pause = job === importNow ? ALL_DUE : 0,
): Promise<string[]> {
  let changed = true;
  let came = "";
  await world.workbench.host.advance(pause);
  for (let round = 1; round <= ROUNDS; ) {
    tidy(world, wreckage);
    followCodes(world);
    const cursor = cursorOf(world.office, job);
    // A run that goes on from a cursor looks at no order before it: only runs from end to end show that nothing is left.
    if (cursor === "") {
      changed = false;
      if (job === importNow) lastStanding.set(world, standingOf(world));
    }
    if (cursor <= came) round++;
    came = cursor;
    const { value } = await run(world, job);
    const { remedy, message, report } = (value ?? {}) as Notice;
    if (remedy === "report") return [`undisturbed, ${job.name} says: ${message}`];
    changed ||= report === undefined || report.counts.added + report.counts.updated > 0;
    if (!changed && remedy === "none") {
      followCodes(world);
      return [];
    }
    if (remedy === "fix") await run(world, setUp);
    await world.workbench.host.advance(5 * 60_000);
  }
  return [`${job.name} does not come to rest in ${ROUNDS} runs: ${JSON.stringify(world.executions.at(-1)?.value)}`];
}

interface Notice {
  readonly remedy?: string;
  readonly message?: string;
  readonly report?: { readonly counts: { readonly added: number; readonly updated: number } };
}

async function run(world: World, kind: Run): Promise<Execution> {
  world.start(kind);
  await world.finished();
  return world.executions.at(-1) as Execution;
}

const noted = (world: World, text: string | undefined) => text !== undefined && world.trace.note(`mended: ${text}`);

function tidy(world: World, wreckage: boolean): void {
  for (const sheet of SHEETS) {
    dropDoubleColumns(world, sheet);
    dropCopies(world, sheet);
    if (wreckage) dropStrays(world, sheet);
  }
}

/** Only as many as people pasted: what the product doubled by itself has to stay and be found. */
function dropCopies(world: World, sheet: string): void {
  const { office, ledger, meddling } = world;
  const keys = new Set(office.view(sheet).rows.map((row) => ledger.keyOf(office.view(sheet), row)));
  for (const key of keys) {
    for (let left = meddling.copies(sheet, key); left > 0; left--) {
      const view = office.view(sheet);
      const rows = view.rows.filter((row) => ledger.keyOf(view, row) === key);
      if (rows.length < 2) break;
      noted(world, `${sheet}: copy of ${key.split(SEPARATOR).join("/")} deleted`);
      removeRow(world, view, rows.at(-1)!);
    }
    meddling.mended(sheet, key);
  }
}

/** Two columns of one header: people named one back while 初期設定 was adding it. The emptier one goes. */
function dropDoubleColumns(world: World, sheet: string): void {
  for (const header of declaredHeaders(sheet)) {
    const view = world.office.view(sheet);
    const columns = view.headers.flatMap((each, at) => (each === header ? [at] : []));
    if (columns.length < 2) continue;
    const [emptiest] = columns.sort((a, b) => filled(view, a) - filled(view, b));
    noted(world, `${sheet}: second column 「${header}」 deleted`);
    removeColumn(world, view, emptiest as number);
  }
}

const filled = ({ rows }: View, column: number): number => rows.filter(({ cells }) => cells[column] !== "").length;

/** Rows that the log names because a run died before it could put them right. */
function dropStrays(world: World, sheet: string): void {
  for (;;) {
    const view = world.office.view(sheet);
    const [stray] = strays(world, view);
    if (stray === undefined) return;
    noted(world, `${sheet}: row ${stray.index + 1} deleted, as the log asks`);
    removeRow(world, view, stray);
  }
}
