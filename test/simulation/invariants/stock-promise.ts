import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import type { ServiceCall } from "../../../workbench/apps-script/execution/gate.ts";
import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { progressAt } from "../../../workbench/rms/shop/timeline.ts";
import { goodsIn } from "../expected-stock.ts";
import { followCodes } from "../follow-codes.ts";
import { syncStock, updateShopStock } from "../runs/registry.ts";
import type { World } from "../world.ts";
import { type Desk, deskOf } from "./desk.ts";
import { figuresOf, wrongFigures } from "./spoken-for.ts";
import { wrongSums } from "./stock-sums.ts";

/** What a run of a stock job promises with its 完了: the figures of all products whose orders stood still meanwhile. */
export interface StockPromises {
  /** To be told of every call that will be carried out. */
  serve(call: ServiceCall): void;
  /** An answer came to harm: orders that cannot be read are not counted, and said to be so. */
  excuse(execution: string): void;
  /** What the execution promised and did not keep; undefined where it promised nothing. */
  broken(execution: Execution): string[] | undefined;
}

export function stockPromises(world: World): StockPromises {
  const began = new Map<string, Desk>();
  const excused = new Set<string>();
  const ends = new Map<string, readonly string[]>();
  const isStockRun = (execution: string) =>
    [syncStock.fn, updateShopStock.fn].includes(world.runOf(execution)?.fn ?? "");
  return {
    serve({ execution, name }) {
      if (!isStockRun(execution)) return;
      if (name === "Sheets.Spreadsheets.get" && !began.has(execution)) began.set(execution, deskOf(world));
      const desk = began.get(execution);
      if (name === "Lock.releaseLock" && desk !== undefined) ends.set(execution, kept(world, desk));
    },
    excuse: (execution) => void excused.add(execution),
    broken({ id, value }) {
      const end = ends.get(id);
      const { remedy } = (value ?? {}) as { remedy?: string };
      return end === undefined || remedy !== "none" || excused.has(id) || world.isSlow ? undefined : [...end];
    },
  };
}

function kept(world: World, began: Desk): string[] {
  if (world.windows.isAstray() || world.windows.areColumnsAstray()) return [];
  followCodes(world);
  const end = deskOf(world);
  const isOther = targetsOf(began) !== targetsOf(end) || began.recipes !== end.recipes;
  if (isOther || world.meddling.handSince(began.moment)) return wrongSums(world);
  const restless = restlessCodes(world, began, end);
  return [...wrongSums(world), ...wrongFigures(world, figuresOf(world, end), (code) => !restless.has(code))];
}

const targetsOf = ({ targets, excluded }: Desk): string => JSON.stringify([[...targets], [...excluded]]);

/** Products of orders that came, went or changed since. */
export function restlessCodes({ shelf, goods, cookbook }: World, began: Desk, end: Desk): Set<string> {
  const numbers = [...new Set([...began.orders.keys(), ...end.orders.keys()])];
  return new Set(
    numbers
      .filter((number) => !stoodStill(began, end, number))
      .flatMap((number) => [...shelf.versions(number), ...(end.orders.has(number) ? [end.orders.get(number)!] : [])])
      .flatMap(({ packages }) =>
        packages.flatMap(({ lines }) => cookbook.all.flatMap((recipes) => [...goodsIn(goods, recipes, lines).keys()])),
      ),
  );
}

function stoodStill(began: Desk, end: Desk, number: string): boolean {
  const [before, after] = [began.orders.get(number), end.orders.get(number)];
  return before !== undefined && before === after && at(before, began.now) === at(after, end.now);
}

const at = ({ timeline }: ShopOrder, now: number): number => progressAt(timeline, now);
