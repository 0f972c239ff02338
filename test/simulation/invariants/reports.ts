import type { ShippingRecord, ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { headersBy, SHIPMENTS } from "../declared.ts";
import { cellIn } from "../goods.ts";
import { SEPARATOR } from "../ledger.ts";
import type { View, ViewRow } from "../office.ts";
import { isTicked, mayGoOut, numbersIn, type Parcel, parcelIn, rmsDay, sentIn } from "../parcel-cells.ts";
import type { World } from "../world.ts";
import type { Invariant } from "./invariant.ts";

const SETTLED = ["送信済", "一部送信済"];
const OPEN = ["送信待ち", "送信中", "確認中", "期限切れ"];

/** Once all is quiet RMS holds of each row what people entered, once, and the row tells how that stands. */
export const reportsSettled: Invariant = {
  name: "RMS was told of each parcel once",
  broken: (world) => {
    world.comparisons.note(
      SHIPMENTS,
      "報告状態",
      "送信した発送情報",
      "報告日時",
      "報告ID",
      "受付番号",
      "個人情報の消去",
    );
    const receipts = new Set(world.shop.reports().map(({ requestId }) => requestId));
    const lostAt = world.meddling.firstLost(SHIPMENTS, headersBy(SHIPMENTS, "report"));
    const times = { now: serialOf(world.shop.now()), lostAt: lostAt === undefined ? Infinity : serialOf(lostAt) };
    return reportsOf(world).flatMap((report) =>
      [...wrong(report), ...undated(report, receipts, times)].map((text) => `${report.place} ${text}`),
    );
  },
};

/** A row with an order that the shop has, and what RMS holds of it. */
interface Report {
  readonly place: string;
  readonly view: View;
  readonly row: ViewRow;
  readonly progress: number;
  /** Undefined for a destination that the order no longer has. */
  readonly held: readonly ShippingRecord[] | undefined;
  /** Somebody typed over what the reports wrote, or over the key: nobody's report any more. */
  readonly isMeddled: boolean;
}

function reportsOf({ office, ledger, shop, meddling }: World): Report[] {
  const view = office.view(SHIPMENTS);
  const orders = new Map<string, ShopOrder>(shop.orders().map((order) => [order.orderNumber, order]));
  return view.rows.flatMap((row) => {
    const [number = "", basket = ""] = ledger.keyOf(view, row).split(SEPARATOR);
    const order = orders.get(number);
    if (order === undefined) return [];
    const held = order.packages.find(({ basketId }) => String(basketId) === basket)?.shippings;
    const isMeddled = meddling.rowSince(number, 0);
    return [{ place: `${number}/${basket}`, view, row, progress: shop.progress(number), held, isMeddled }];
  });
}

function wrong(report: Report): string[] {
  const { view, row, progress, isMeddled } = report;
  const state = String(cellIn(view, row, "報告状態"));
  // While the order waits at 400, nothing more is told of it.
  const isHeld = cellIn(view, row, "連携状態") === "保留";
  return [
    ...(OPEN.includes(state) && !isMeddled && !isHeld ? [`still says ${state}`] : []),
    ...(state === "送信済" && progress < 500 ? [`says 送信済, and the shop ${progress}`] : []),
    ...(SETTLED.includes(state) ? notHeld(report) : []),
    ...untold(report, state),
  ];
}

/** As a sheet stores them. */
interface Times {
  readonly now: number;
  /** When people first took a column of the reports away: Infinity where they never did. */
  readonly lostAt: number;
}

const serialOf = (time: number): number => (time + 9 * 3_600_000) / 86_400_000 + 25_569;

/**
 * What was sent was sent at some time, with a number of ours, and RMS knows the receipt; and no day lasts until it is to be
 * forgotten. Of a row whose cells went with a column nobody knows how it was sent: since then it says what RMS holds, and
 * neither number nor receipt, until it is sent again.
 */
function undated({ view, row, isMeddled }: Report, receipts: ReadonlySet<string>, { now, lostAt }: Times): string[] {
  const cell = (header: string) => cellIn(view, row, header);
  if (isMeddled) return [];
  const [sent, at, receipt] = [cell("送信した発送情報"), Number(cell("報告日時")), String(cell("受付番号"))];
  const isTakenFromRms = receipt === "" && at >= lostAt;
  return [
    ...(sent !== "" && !(at > 40_000 && at <= now) ? [`was sent, and at ${cell("報告日時")}`] : []),
    ...(sent !== "" && cell("報告ID") === "" && !isTakenFromRms ? ["was sent, and has no 報告ID"] : []),
    ...(receipt !== "" && !receipts.has(receipt) ? [`has the receipt ${receipt}, which RMS never gave`] : []),
    ...(cell("個人情報の消去") === "" ? [] : [`says that it was erased at ${cell("個人情報の消去")}`]),
  ];
}

/** What a settled row says RMS holds. */
function notHeld({ view, row, held }: Report): string[] {
  const sent = sentIn((header) => cellIn(view, row, header)).filter(({ isOver }) => !isOver);
  return sent.flatMap(({ id, carrier, number, day }) => {
    const own = (held ?? []).filter(
      (record) =>
        String(record.shippingDetailId) === id &&
        (record.shippingNumber ?? "") === number &&
        record.deliveryCompany === carrier &&
        (record.shippingDate ?? "") === day.replaceAll("/", "-"),
    );
    return held === undefined || own.length === 1
      ? []
      : [`says that ${id} ${number} is in RMS, which has ${shown(held)}`];
  });
}

/** What people entered, may go out, and RMS does not hold. */
function untold({ view, row, progress, held }: Report, state: string): string[] {
  const parcel = parcelIn(view, row);
  if (parcel === undefined || held === undefined || !mayGoOut(view, row) || isShared(view, row, parcel)) return [];
  if (![300, 500, 600, 700].includes(progress)) return [];
  const numbers = held.map(({ shippingNumber }) => shippingNumber ?? "").filter(Boolean);
  const foreign = numbers.filter((number) => !parcel.numbers.includes(number));
  // People closed it in RMS with these very numbers, and nothing is left to tell.
  if (cellIn(view, row, "連携状態") === "出荷済" && !SETTLED.includes(state) && foreign.length === 0) return [];
  if (foreign.length > 0)
    return state === "エラー"
      ? []
      : [`wants ${wanted(parcel)}, RMS has ${shown(held)}, and it says ${state || "nothing"}`];
  const isHeld = parcel.numbers.every(
    (number) =>
      held.filter(
        (record) =>
          record.shippingNumber === number &&
          record.deliveryCompany === parcel.carrier &&
          record.shippingDate === rmsDay(parcel.day),
      ).length === 1,
  );
  const told = isHeld && SETTLED.includes(state);
  return told
    ? []
    : [
        `wants ${wanted(parcel)}, RMS has ${shown(held)}, and it says ${state || "nothing"}: ${cellIn(view, row, "報告の内容")}`,
      ];
}

/** Two rows have the number, and nobody said that both are in one parcel. */
const isShared = (view: View, row: ViewRow, { numbers }: Parcel): boolean =>
  !isTicked(view, row) &&
  view.rows.some(
    (other) =>
      other !== row &&
      cellIn(view, other, "連携状態") !== "取消" &&
      numbersIn(cellIn(view, other, "伝票番号")).some((number) => numbers.includes(number)),
  );

const wanted = ({ carrier, numbers, day }: Parcel): string => `${carrier} ${numbers.join(" ")} ${rmsDay(day)}`;

const shown = (held: readonly ShippingRecord[]): string =>
  held
    .map(({ shippingDetailId, deliveryCompany, shippingNumber, shippingDate }) =>
      [shippingDetailId, deliveryCompany, shippingNumber, shippingDate].join(" "),
    )
    .join("; ") || "nothing";
