import { serialOf } from "../../core/jst.ts";
import { captions } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import { fetchOrders } from "../../rms/order/orders.ts";
import type { Order } from "../../shop/order.ts";
import { applicationNumberOf, orderNumberOf } from "../../shop/order-number.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import { lookUp, lookUpFailure } from "../look-up.ts";
import { readMasters } from "../masters/masters.ts";
import { readSets } from "../sets/sets.ts";
import { searchStart } from "./import-pass.ts";
import { drafted } from "./rules/draft.ts";
import { orderAnswer } from "./rules/order-answer.ts";
import type { ShipmentRules } from "./rules/shipment.ts";
import { rulesOf, type ShipmentSource, shipmentTables } from "./shipment-import.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";

const TITLE = captions.askForOrder;
const QUESTION = "注文番号を入力してください。（例: 123456-20261124-0000000001）";
const NO_NUMBER = "注文番号の形式が正しくありません。店舗番号-日付8桁-番号 の形で入力してください。";

/** Asks for an order number and says why that order is, or is not, on 出荷リスト. Writes nothing. */
export function askForOrder(platform: Platform): void {
  const typed = platform.screen.ask(TITLE, QUESTION);
  if (typed !== undefined) platform.screen.alert(TITLE, answerTo(platform, typed));
}

function unnumbered(typed: string): string {
  const application = applicationNumberOf(typed);
  if (application === undefined) return NO_NUMBER;
  return `「${application}」は申込番号（定期購入・頒布会・予約商品の申し込みに付く番号）です。楽天では注文ごとに別の注文番号が付きます。RMSの注文一覧をこの申込番号で検索し、そこに表示される注文番号を入力してください。`;
}

function answerTo(platform: Platform, typed: string): string {
  const number = orderNumberOf(typed);
  if (number === undefined) return unnumbered(typed);
  try {
    return `${number}\n\n${lookUp(platform, shipmentTables, (source) => explained(source, number))}`;
  } catch (error) {
    return lookUpFailure(platform, error);
  }
}

function explained(source: ShipmentSource, number: string): string {
  const { book, rms, settings } = source;
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const masters = readMasters(book, settings);
  const { orders, faults } = fetchOrders(rms, [number]);
  const [fault] = faults;
  if (fault !== undefined) throw new Problem("fix", fault.reason);
  const order = orders[0];
  const rows = list.rowNumbers(number);
  return orderAnswer({
    number,
    order,
    targets: masters.targets,
    listed: list.order(number).shipments.map(({ shipment }, index) => ({ row: rows[index] as number, shipment })),
    questions: order === undefined ? [] : questionsOf(order, rulesOf(source, masters, readSets(book))),
    since: serialOf(searchStart({ book, periodDays: settings.periodDays, now: source.now() })),
    periodDays: settings.periodDays,
    shopNumber: list.shopNumber(),
    archivedTo: archivedOrders(book)(number),
  });
}

const questionsOf = (order: Order, rules: ShipmentRules): string[] =>
  [
    ...new Set(
      order.packages.flatMap((destination) => drafted(order, destination, rules).shipment.questions.split("\n")),
    ),
  ].filter(Boolean);
