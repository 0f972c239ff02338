import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR } from "../../workbench/workbench.ts";
import { type Conductor, conductor } from "./conduct.ts";
import { SHEETS } from "./declared.ts";
import { deskOf } from "./invariants/desk.ts";
import { invariants } from "./invariants/registry.ts";
import { mend } from "./mend.ts";
import type { View } from "./office.ts";
import { importNow, importProducts } from "./runs/registry.ts";
import { fillInDeliveries, fillInMasters } from "./steps/masters.ts";
import { answerRow, enterParcel } from "./steps/parcels.ts";
import { MANY } from "./steps/sales.ts";
import { fillInSets } from "./steps/sets.ts";
import { placeOrder } from "./steps/shop.ts";
import { countGoods } from "./steps/stock.ts";
import { entriesIn } from "./stock-book.ts";
import type { Tally } from "./tally.ts";
import { openWorld, type World } from "./world.ts";

export interface Outcome {
  readonly seed: number;
  /** What was not as it has to be; empty when all was well. */
  readonly broken: readonly string[];
  readonly tally: Tally;
  /** What was done, and with `lines` every call the product made. */
  readonly notes: readonly string[];
  readonly lines: readonly string[];
}

/** One schedule: a disturbed day at the desk, then calm, then everything has to be right. */
export async function simulate(seed: number, bundle: Bundle): Promise<Outcome> {
  const director = conductor(seed);
  const world = await openWorld(seed, bundle, director);
  try {
    await prepare(world);
    await disturbed(world, director);
    const unrest = await mend(world, director.wreckage);
    const desk = deskOf(world);
    const broken = [
      ...director.broken,
      ...unrest,
      ...invariants.flatMap(({ name, broken }) => broken(world, desk).map((text) => `${name}: ${text}`)),
    ];
    director.tally.entries = entriesIn(world).length;
    for (const column of world.comparisons.columns) director.tally.compared.add(column);
    const { notes, lines } = world.trace;
    return { seed, broken, tally: director.tally, notes, lines };
  } finally {
    await world.workbench.close();
  }
}

/** The shop's first orders, its goods on most days, the operator's targets, and what 初期設定 put into people's columns: theirs from now on. */
async function prepare(world: World): Promise<void> {
  const { dice, office, ledger, shop, shelf } = world;
  const orders = dice.int(5, 18);
  for (let n = 0; n < orders; n++) placeOrder(world);
  if (dice.chance(0.7)) {
    world.start(importProducts);
    await world.finished();
  }
  fillInMasters(world);
  if (dice.chance(0.6)) fillInDeliveries(world);
  if (dice.chance(0.6)) fillInSets(world);
  if (dice.chance(0.85)) {
    world.start(importNow);
    await world.finished();
  }
  // Scarce, as what is plenty is never sold out.
  for (const { manageNumber, variantId } of [...shop.state.stocks.values()])
    shelf.setByHand(manageNumber, variantId, dice.int(0, 20));
  for (let n = dice.int(0, 8); n > 0; n--) countGoods.act(world);
  for (const view of SHEETS.map(office.view)) trim(world, view);
  for (const view of SHEETS.map(office.view))
    for (const row of view.rows)
      view.headers.forEach((header, column) => {
        const cell = row.cells[column] ?? "";
        if (cell !== "" && ledger.isPeoples(view.sheet, header)) ledger.typed(view, row, header, cell);
      });
  for (let n = dice.int(0, 12); n > 0; n--) enterParcel.act(world);
  for (let n = dice.int(0, 12); n > 0; n--) answerRow.act(world);
}

/** Sheets as short as people may make them: a list soon outgrows its own, and there is less to look through. */
function trim({ dice, office }: World, view: View): void {
  const startIndex = view.used + dice.int(1, 60);
  office.edit(OPERATOR, [
    { deleteDimension: { range: { sheetId: view.sheetId, dimension: "ROWS", startIndex, endIndex: view.rowCount } } },
  ]);
}

async function disturbed(world: World, director: Conductor): Promise<void> {
  const { dice, workbench, shop } = world;
  const rounds = dice.int(4, 7);
  const last = dice.int(0, 9);
  for (let round = 0; round < rounds; round++) {
    director.rage(dice);
    // Orders come in bursts: a run that finds nothing new has nothing to lose.
    for (let n = dice.int(0, 9); n > 0 && shop.orders().length < MANY; n--) placeOrder(world);
    for (let n = dice.int(0, 5); n > 0; n--) director.step(world);
    for (
      let n = dice.weighted([
        [5, 1],
        [3, 2],
        [1, 3],
      ] as const);
      n > 0;
      n--
    )
      world.start(director.anyRun(world));
    await world.finished();
    // RMS searches goods by whole days, and a day back: only after a weekend is it too late for what was missed.
    await workbench.host.advance((round === last ? dice.int(50, 80) * 60 : dice.int(1, dice.pick([6, 40]))) * 60_000);
  }
  director.calm();
  workbench.sandbox.faults.clear();
}
