import { serialOf } from "../../core/jst.ts";
import { captions } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import { fetchOrders } from "../../rms/order/orders.ts";
import { runJob } from "../../run/run-job.ts";
import type { Order } from "../../shop/order.ts";
import { applicationNumberOf, orderNumberOf } from "../../shop/order-number.ts";
import { patientReads } from "../../workbook/read/patient-sheets.ts";
import { readKeyRows, readRow } from "../../workbook/read/read.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import { desk } from "../desk.ts";
import { lookUp, lookUpFailure } from "../look-up.ts";
import { readMasters } from "../masters/masters.ts";
import { readSets } from "../sets/sets.ts";
import { importOrder } from "./import-order.ts";
import { searchStart } from "./import-pass.ts";
import { drafted } from "./rules/draft.ts";
import { mayFetch, orderAnswer } from "./rules/order-answer.ts";
import type { ShipmentRules } from "./rules/shipment.ts";
import { rulesOf, type ShipmentSource, shipmentTables } from "./shipment-basis.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";

const TITLE = captions.askForOrder;
const QUESTION = "注文番号を入力してください。（例: 123456-20261124-0000000001）";
const NO_NUMBER = "注文番号の形式が正しくありません。店舗番号-日付8桁-番号 の形で入力してください。";

const OFFER = "この注文だけ、今すぐ取得しますか？";

/**
 * Asks for an order number, of the selected row where none is typed, says why that order is or is not on 出荷リスト, goes to its
 * row, and offers to fetch it alone.
 */
export function askForOrder(platform: Platform): void {
  const { screen } = platform;
  const selected = selectedOrder(platform);
  const typed = screen.ask(TITLE, selected === undefined ? QUESTION : `${emptyFor(selected)}\n\n${QUESTION}`);
  if (typed === undefined) return;
  const number = typed.trim() === "" ? selected : orderNumberOf(typed);
  if (number === undefined) screen.alert(TITLE, unnumbered(typed));
  else answerFor(platform, number);
}

const emptyFor = (number: string): string => `空欄のままOKを押すと、選択中の行の注文（${number}）を調べます。`;

/** That of the row in which the person is, on a list of orders. */
function selectedOrder({ screen, sheets, clock }: Platform): string | undefined {
  const place = screen.selected();
  const table = [shipmentTable, shipmentLineTable].find(({ sheet }) => sheet === place?.sheet);
  if (place === undefined || table === undefined) return undefined;
  try {
    const state = readRow(patientReads(sheets, clock), table, place.index);
    const [number] = [...state.rows.values()].map((row) => String(cellAt(state, row, "orderNumber") ?? ""));
    return orderNumberOf(number ?? "");
  } catch {
    // A sheet that cannot be read is told of once an order is looked up.
    return undefined;
  }
}

function unnumbered(typed: string): string {
  const application = applicationNumberOf(typed);
  if (application === undefined) return NO_NUMBER;
  return `「${application}」は申込番号（定期購入・頒布会・予約商品の申し込みに付く番号）です。楽天では注文ごとに別の注文番号が付きます。RMSの注文一覧をこの申込番号で検索し、そこに表示される注文番号を入力してください。`;
}

function answerFor(platform: Platform, number: string): void {
  const { screen } = platform;
  try {
    const { text, row, fetchable } = lookUp(platform, shipmentTables, (source) => explained(source, number));
    if (row !== undefined) goTo(platform, row);
    const answer = `${number}\n\n${text}`;
    if (!fetchable) screen.alert(TITLE, answer);
    else if (screen.confirm(TITLE, `${answer}\n\n${OFFER}`)) fetchAlone(platform, number);
  } catch (error) {
    screen.alert(TITLE, lookUpFailure(platform, error));
  }
}

/** `row` as people count them. */
const goTo = ({ screen }: Platform, row: number): void => screen.bringToFront(shipmentTable.sheet, row - 1);

function fetchAlone(platform: Platform, number: string): void {
  if (runJob(importOrder(number), platform, desk).remedy !== "none") return;
  const rows = readKeyRows(patientReads(platform.sheets, platform.clock), shipmentTable);
  const own = [...rows].filter(([key]) => key.split("\u001f")[0] === number).map(([, { index }]) => index);
  if (own.length > 0) goTo(platform, Math.min(...own) + 1);
}

interface Explained {
  readonly text: string;
  /** Its first row, as people count them. */
  readonly row: number | undefined;
  readonly fetchable: boolean;
}

function explained(source: ShipmentSource, number: string): Explained {
  const { book, rms, settings } = source;
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const masters = readMasters(book, settings);
  const { orders, faults } = fetchOrders(rms, [number]);
  const [fault] = faults;
  if (fault !== undefined) throw new Problem("fix", fault.reason);
  const order = orders[0];
  const rows = list.rowNumbers(number);
  const facts = {
    number,
    order,
    targets: masters.targets,
    listed: list.order(number).shipments.map(({ shipment }, index) => ({ row: rows[index] as number, shipment })),
    questions: order === undefined ? [] : questionsOf(order, rulesOf(source, masters, readSets(book))),
    since: serialOf(searchStart({ book, periodDays: settings.periodDays, now: source.now() })),
    periodDays: settings.periodDays,
    shopNumber: list.shopNumber(),
    archivedTo: archivedOrders(book)(number),
  };
  return { text: orderAnswer(facts), row: rows[0], fetchable: mayFetch(facts) };
}

const questionsOf = (order: Order, rules: ShipmentRules): string[] =>
  [
    ...new Set(
      order.packages.flatMap((destination) => drafted(order, destination, rules).shipment.questions.split("\n")),
    ),
  ].filter(Boolean);
