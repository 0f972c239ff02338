import { LEDGER, LINES, LOG, SHIPMENTS } from "../declared.ts";
import { goodsIn, isRefused } from "../expected-stock.ts";
import { cellIn } from "../goods.ts";
import { SEPARATOR } from "../ledger.ts";
import {
  type Amounts,
  amountsText,
  byParcel,
  type Entry,
  entriesIn,
  netOf,
  parcelOf,
  RETURNED,
  SHIPPED,
  sameAmounts,
  UNRETURNED,
  UNSHIPPED,
} from "../stock-book.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";
import { asksWhoseEntries } from "./shop-on-list.ts";

/** What was shipped left the books once, what was not did not, and what came back is there again. */
export const parcelsBooked: Invariant = {
  name: "each parcel is booked out once",
  broken: (world) => {
    world.comparisons.note(LEDGER, "注文番号", "送付先ID", "確認事項");
    const parcels = byParcel(entriesIn(world));
    const standings = standingsOf(world);
    return [...new Set([...parcels.keys(), ...standings.keys()])].flatMap((parcel) =>
      wrong(world, parcel, parcels.get(parcel) ?? [], standings.get(parcel)).map((text) => `${parcel} ${text}`),
    );
  },
};

/** By what the list says of it; "gone" is what is cancelled, "doubted" what may have left: whose entries say so is asked. */
type Standing = "shipped" | "waiting" | "gone" | "doubted";

function standingsOf(world: World): Map<string, Standing> {
  const { office, ledger } = world;
  const view = office.view(SHIPMENTS);
  const standings = new Map<string, Standing>();
  for (const row of view.rows) {
    const [order = "", basket = ""] = ledger.keyOf(view, row).split(SEPARATOR);
    const state = cellIn(view, row, "連携状態");
    const isShipped = state === "出荷済" || cellIn(view, row, "出荷ステータス") === "出荷済";
    if (order === "") continue;
    const isDoubted = asksWhoseEntries(world, (header) => cellIn(view, row, header));
    const standing = state === "取消" ? "gone" : isShipped ? (isDoubted ? "doubted" : "shipped") : "waiting";
    standings.set(parcelOf(order, basket), standing);
  }
  return standings;
}

function wrong(world: World, parcel: string, entries: readonly Entry[], standing: Standing | undefined): string[] {
  const left = netOf(entries, [SHIPPED, UNSHIPPED]);
  const contents = contentsOf(world, parcel);
  const isMeddled = world.meddling.rowSince(parcel.split("/")[0] as string, 0);
  const isRecoded = contents.some((each) => [...each.keys()].some(world.books.isRecoded));
  const isOne = isRecoded || contents.some((each) => sameAmounts(negative(each), left));
  return [
    ...(left.size > 0 && standing === "waiting" ? [`is not shipped, and the books miss ${amountsText(left)}`] : []),
    ...(left.size === 0 &&
    standing === "shipped" &&
    !isMeddled &&
    !isLeftToPeople(world, parcel.split("/")[0] as string) &&
    contents.length > 0 &&
    contents.every(({ size }) => size > 0)
      ? ["is shipped, and the books do not say so"]
      : []),
    ...([...left.values()].some((amount) => amount > 0) ? [`has brought goods in: ${amountsText(left)}`] : []),
    ...(left.size > 0 && !isMeddled && !isOne
      ? [`took ${amountsText(left)} out of the books, and held ${contents.map(amountsText).join(" or ")}`]
      : []),
    ...wrongReturns(entries, left),
    ...entries
      .filter(({ kind, asks }) => asks && kind !== SHIPPED)
      .map(({ id, kind }) => `asks about entry ${id}, which is ${kind}`),
  ];
}

/** RMS can no longer give back what people took from the lines, so that the log asks them to book it themselves. */
const isLeftToPeople = ({ shop, office, meddling }: World, orderNumber: string): boolean =>
  shop.find(orderNumber) === undefined &&
  meddling.columnSince(LINES, 0) &&
  office
    .view(LOG)
    .rows.some(({ cells }) => cells.some((cell) => String(cell).startsWith(`${orderNumber}: 出荷済みですが`)));

/** Everything that the parcel ever held, by all that sets ever consisted of; nothing while nobody could tell. */
function contentsOf({ shelf, goods, cookbook }: World, parcel: string): Amounts[] {
  const [orderNumber = "", basket = ""] = parcel.split("/");
  return shelf
    .versions(orderNumber)
    .flatMap(({ packages }) => packages.filter(({ basketId }) => String(basketId) === basket))
    .flatMap(({ lines }) =>
      cookbook.all.map((recipes) => (isRefused(goods, recipes, lines) ? new Map() : goodsIn(goods, recipes, lines))),
    );
}

const negative = (amounts: Amounts): Amounts => new Map([...amounts].map(([code, amount]) => [code, -amount]));

/** What came back is what people said came back, and never more than what had left. */
function wrongReturns(entries: readonly Entry[], left: Amounts): string[] {
  const back = netOf(entries, [RETURNED, UNRETURNED]);
  const asked = entries.filter(({ kind, asks }) => kind === SHIPPED && asks);
  const said = negative(
    netOf(
      asked.filter(({ answer }) => answer === "戻った"),
      [SHIPPED],
    ),
  );
  const answered = new Map([...said].filter(([code]) => left.has(code)));
  return [
    ...([...back].some(([code, amount]) => amount < 0 || amount > -(left.get(code) ?? 0))
      ? [`brought back ${amountsText(back)} of ${amountsText(left)}`]
      : []),
    ...(asked.length > 0 && !sameAmounts(back, answered)
      ? [`came back as ${amountsText(answered)}, and the books have ${amountsText(back)}`]
      : []),
  ];
}
