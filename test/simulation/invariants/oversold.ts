import type { ServiceCall } from "../../../workbench/apps-script/execution/gate.ts";
import { plain } from "../books.ts";
import { STOCK } from "../declared.ts";
import { goodsIn } from "../expected-stock.ts";
import { cellIn } from "../goods.ts";
import { updateShopStock } from "../runs/registry.ts";
import type { Moved } from "../shelf.ts";
import { sellers } from "../shop-levels.ts";
import { entriesIn, onHandIn } from "../stock-book.ts";
import type { World } from "../world.ts";
import { type Desk, deskOf } from "./desk.ts";
import { figuresOf } from "./spoken-for.ts";

/**
 * RMS never offers more than what is free because of us: no write takes a sale back that was made since the run read the
 * figure. Held against the shop's orders at the very moment of each write.
 */
export interface Oversold {
  /** To be told of every call that will be carried out. */
  serve(call: ServiceCall): void;
  /** An answer came to harm: what could not be read is not counted. */
  excuse(execution: string): void;
  /** A call of this run takes effect after it failed: when RMS is called next, by whatever run. */
  delay(execution: string): void;
  readonly broken: string[];
  /** How many writes were held against what was free. */
  readonly held: number;
}

export function oversold(world: World): Oversold {
  const began = new Map<string, Desk>();
  const excused = new Set<string>();
  const broken: string[] = [];
  let calling = "";
  let delayed: readonly string[] = [];
  let held = 0;
  world.shelf.onWrite((move) => {
    const place = `${move.manageNumber}/${move.variantId} from ${move.before} to ${move.after}`;
    const desk = began.get(calling);
    if (!isUpdate(calling) && delayed.some(isUpdate)) return;
    if (!isUpdate(calling)) broken.push(`${calling} moved ${place}, and is no update`);
    else if (!world.isUpdating) broken.push(`${calling} moved ${place}, though the update is off`);
    else if (desk !== undefined && !excused.has(calling) && !world.isSlow) {
      const offer = offered(world, desk, move);
      if (offer === undefined) return;
      held++;
      if (offer.stock > Math.max(0, offer.free))
        broken.push(`${calling} moved ${place}: of ${offer.code} just ${offer.free} are free`);
    }
  });
  function isUpdate(execution: string): boolean {
    return world.runOf(execution)?.fn === updateShopStock.fn;
  }
  return {
    broken,
    get held() {
      return held;
    },
    serve({ execution, name, service }) {
      if (service === "UrlFetchApp" && calling !== execution) {
        delayed = delayed.filter((each) => each === calling);
        calling = execution;
      }
      if (name !== "Sheets.Spreadsheets.get" || !isUpdate(execution)) return;
      if (!began.has(execution)) began.set(execution, deskOf(world));
    },
    excuse: (execution) => void excused.add(execution),
    // The next call may be late as well: what waited for it takes effect all the same.
    delay: (execution) => {
      delayed = [...delayed, execution];
    },
  };
}

interface Offer {
  readonly code: string;
  readonly stock: number;
  readonly free: number;
}

/** What a write makes RMS offer; only of products of which nothing but sales happened since the run began. */
function offered(
  world: World,
  began: Desk,
  { manageNumber, variantId, before = 0, after = 0 }: Moved,
): Offer | undefined {
  const { meddling, shelf, windows } = world;
  if (after <= before || meddling.handSince(began.moment) || windows.isAstray() || windows.areColumnsAstray())
    return undefined;
  if (shelf.isMuddled(manageNumber, variantId, began.moment)) return undefined;
  const seller = sellers(world).find(({ skus }) => skus.length === 1 && isPair(skus[0], manageNumber, variantId));
  if (seller === undefined || !onlySold(world, began, seller.code, manageNumber, variantId)) return undefined;
  const free = freeOf(world, seller.code);
  return free === undefined ? undefined : { code: seller.code, stock: after, free };
}

const isPair = (
  sku: { manageNumber: string; variantId: string } | undefined,
  manageNumber: string,
  variantId: string,
) => sku?.manageNumber === manageNumber && sku.variantId === variantId;

/** Orders of the product are what they were when the run began, but for new ones, which took this very SKU. */
function onlySold(world: World, began: Desk, code: string, manageNumber: string, variantId: string): boolean {
  const { shop, goods, shelf, cookbook } = world;
  const numbers = new Set([...began.orders.keys(), ...shop.orders().map(({ orderNumber }) => orderNumber)]);
  return [...numbers].every((number) => {
    const now = shop.find(number);
    const [before, versions] = [began.orders.get(number), shelf.versions(number)];
    const lines = [...versions, ...(now === undefined ? [] : [now])]
      .flatMap(({ packages }) => packages.flatMap((each) => each.lines))
      .filter((line) => cookbook.all.some((recipes) => goodsIn(goods, recipes, [line]).has(code)));
    if (lines.length === 0) return true;
    if (before !== undefined) return before === now;
    const isNew = versions.length <= 1;
    return isNew && lines.every((line) => line.manageNumber === manageNumber && line.sku?.variantId === variantId);
  });
}

/** What is on hand and nobody has spoken for, by the books and by the shop's orders at this moment; undefined while uncounted. */
function freeOf(world: World, code: string): number | undefined {
  const { office, ledger } = world;
  const onHand = onHandIn(entriesIn(world)).get(code);
  if (onHand === undefined) return undefined;
  const { reserved, unshipped } = figuresOf(world, deskOf(world));
  const view = office.view(STOCK);
  const row = view.rows.find((each) => plain(ledger.keyOf(view, each)) === code);
  const safety = row === undefined ? 0 : Number(cellIn(view, row, "安全在庫"));
  return onHand - (reserved.get(code) ?? 0) - (unshipped.get(code) ?? 0) - safety;
}
