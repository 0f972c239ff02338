import type { ShopOrder } from "../../workbench/rms/shop/order.ts";
import { CONDITIONS, isRowOf } from "./conditions.ts";
import { BANDS, CLOSED_DAYS, CONDITION_ROWS, DELIVERIES, LEAD_TIMES, PAYMENTS, SETS } from "./declared.ts";
import type { ExpectedOrder, ExpectedRow } from "./expected-rows.ts";
import type { Office, View } from "./office.ts";

type Row = Readonly<Record<string, string>>;

/** The masters as people filled them in. */
export interface Masters {
  /** By 配送方法 and the code of 楽天の配送会社; the latter empty on rows for all others. */
  readonly deliveries: ReadonlyMap<string, Row>;
  /** By 配送会社 and 楽天の時間帯. */
  readonly bands: ReadonlyMap<string, Row>;
  /** 配送日数 by 都道府県 and 配送サービス名, where one is filled in; the latter empty on rows for all services. */
  readonly leadDays: ReadonlyMap<string, number>;
  /** The days on which nothing is shipped, by the words of 休業日マスタ. */
  readonly closedDays: ReadonlySet<string>;
  /** Messages of 確認条件マスタ that are in force. */
  readonly conditions: ReadonlySet<string>;
  /** Rows that stand there twice. */
  readonly doubles: readonly string[];
}

/** How a shipment has to go out by the masters, and what people still have to settle. */
export interface ExpectedDispatch {
  readonly cells: ExpectedRow;
  readonly asksFor: readonly string[];
  /** The day by which it should have left. */
  readonly latest: number | undefined;
}

export function mastersOf(office: Office): Masters {
  const [deliveries, bands] = [rowsOf(office.view(DELIVERIES)), rowsOf(office.view(BANDS))];
  const payments = rowsOf(office.view(PAYMENTS)).map((row) => row.決済コード ?? "");
  const leadTimes = rowsOf(office.view(LEAD_TIMES)).filter((row) => row.配送日数 !== "");
  const closedDays = rowsOf(office.view(CLOSED_DAYS)).filter((row) => row.区分 !== "営業");
  const method = (row: Row) => deliveryKey(row.楽天の配送方法名 ?? "", row.楽天の配送会社 ?? "");
  const band = (row: Row) => bandKey(row.配送会社 ?? "", row.楽天の時間帯 ?? "");
  const place = (row: Row) => leadKey(row.都道府県 ?? "", row.配送サービス名 ?? "");
  const conditions = rowsOf(office.view(CONDITION_ROWS)).filter((row) => row.有効 !== "停止");
  return {
    deliveries: new Map(deliveries.map((row) => [method(row), row])),
    bands: new Map(bands.map((row) => [band(row), row])),
    leadDays: new Map(leadTimes.map((row) => [place(row), Number(row.配送日数)])),
    closedDays: new Set(closedDays.map((row) => row.日 ?? "")),
    conditions: new Set(
      CONDITIONS.filter((each) => conditions.some((row) => isRowOf(each, (header) => row[header] ?? ""))).map(
        ({ メッセージ }) => メッセージ,
      ),
    ),
    doubles: [
      ...doubles(deliveries.map(method)).map((key) => `${DELIVERIES}: ${key}`),
      ...doubles(bands.map(band)).map((key) => `${BANDS}: ${key}`),
      ...doubles(payments).map((key) => `${PAYMENTS}: ${key}`),
    ],
  };
}

const rowsOf = ({ headers, rows }: View): Row[] =>
  rows.map(({ cells }) => Object.fromEntries(headers.map((header, at) => [header, String(cells[at] ?? "")])));

const codeIn = (label: string): string => label.slice(0, 4);
const deliveryKey = (method: string, carrier: string): string => `${method}/${codeIn(carrier)}`;
const leadKey = (place: string, service: string): string => `${place}/${service}`;
const bandKey = (carrier: string, term: string): string => `${carrier}/${term}`;

const doubles = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);

/** The row of 配送サービスマスタ that says how it goes out: the one for the carrier at purchase before the one for all. */
export const serviceOf = ({ deliveries }: Pick<Masters, "deliveries">, row: ExpectedRow): Row | undefined =>
  deliveries.get(deliveryKey(String(row.配送方法), String(row.楽天の配送会社))) ??
  deliveries.get(deliveryKey(String(row.配送方法), ""));

/** What the masters are asked about an order: parts of their keys, and masters whose every row may be about any order. */
export const mastersOfOrder = ({ settlementMethodCode }: ShopOrder, { shipments }: ExpectedOrder): string[] => [
  String(settlementMethodCode),
  ...shipments.flatMap((row) => [String(row.配送方法), String(row.時間帯)]),
  ...shipments.flatMap((row) => [String(row.都道府県), ISLAND]),
  ...CLOSED_NAMES,
  ...[CONDITION_ROWS, SETS],
];

const ISLAND = "離島";

export function expectedDispatch(row: ExpectedRow, masters: Masters): ExpectedDispatch {
  const { bands } = masters;
  const method = String(row.配送方法);
  const service = serviceOf(masters, row);
  const carrier = service?.配送会社 ?? "";
  if (service === undefined || carrier === "") {
    const { shipOn } = expectedLeaving(row, masters, 1, "");
    const cells = {
      配送サービス: "",
      配送会社候補: "",
      温度帯: "",
      時間帯コード: "",
      出荷予定日: shipOn ?? "",
      注意点: "",
    };
    return { cells, asksFor: [`「${method}」`], latest: undefined };
  }
  const term = String(row.時間帯);
  const code = term === "" ? "なし" : (bands.get(bandKey(carrier, term))?.時間帯コード ?? "");
  const name = service.配送サービス名 || carrier.replace(/^\d+ /, "");
  const { shipOn, asks, moved } = expectedLeaving(row, masters, service.配送日数 ? Number(service.配送日数) : 1, name);
  return {
    cells: {
      配送サービス: name,
      配送会社候補: carrier,
      温度帯: service.温度帯 || "常温",
      時間帯コード: isNoBand(code) ? "" : code,
      出荷予定日: shipOn ?? "",
      注意点: [term !== "" && isNoBand(code) ? untimed(carrier, term) : "", moved].filter(Boolean).join("\n"),
    },
    asksFor: [...(code === "" ? [`「${term}」`] : []), ...(asks ? [`「${ISLAND}」`] : [])],
    latest: shipOn,
  };
}

const isNoBand = (code: string): boolean => code === "なし" || code === "指定なし";
const untimed = (carrier: string, term: string): string =>
  `お届け時間帯「${term}」は${carrier}で指定できないため、時間帯の指定なしで出荷します。備考に希望がないか確認してください。`;

const WEEKDAYS = "日月火水木金土";
/** Of the time in which the simulated days lie. */
const HOLIDAYS = ["2026/11/03", "2026/11/23"];
const CLOSED_NAMES = [...[...WEEKDAYS].map((day) => `${day}曜日`), "祝日"];

/** The last day on which it may leave, counted back from the wish over the days on which the shop is closed. */
function expectedLeaving(
  row: ExpectedRow,
  { leadDays, closedDays }: Masters,
  serviceDays: number,
  serviceName: string,
) {
  const { お届け希望日: wished } = row;
  if (typeof wished !== "number") return { shipOn: undefined, asks: false, moved: "" };
  const place = row.離島 === "" ? String(row.都道府県) : ISLAND;
  const days = leadDays.get(leadKey(place, serviceName)) ?? leadDays.get(leadKey(place, ""));
  if (days === undefined && row.離島 !== "") return { shipOn: undefined, asks: true, moved: "" };
  const isClosed = (serial: number) =>
    closedDays.has(`${WEEKDAYS[dateOf(serial).getUTCDay()]}曜日`) ||
    (HOLIDAYS.includes(dateText(serial)) && closedDays.has("祝日"));
  const latest = wished - (days ?? serviceDays);
  let shipOn = latest;
  while (isClosed(shipOn)) shipOn--;
  const moved = `${dateText(latest)} は休業日のため、出荷予定日を前の営業日 ${dateText(shipOn)} にしました。`;
  return { shipOn, asks: false, moved: shipOn === latest ? "" : moved };
}

const dateOf = (serial: number): Date => new Date((serial - 25_569) * 86_400_000);
const dateText = (serial: number): string => dateOf(serial).toISOString().slice(0, 10).replaceAll("-", "/");
