import type { ShopOrder } from "../../workbench/rms/shop/order.ts";
import { BANDS, DELIVERIES, PAYMENTS } from "./declared.ts";
import type { ExpectedOrder, ExpectedRow } from "./expected-rows.ts";
import type { Office, View } from "./office.ts";

type Row = Readonly<Record<string, string>>;

/** The masters as people filled them in. */
export interface Masters {
  /** By 配送方法. */
  readonly deliveries: ReadonlyMap<string, Row>;
  /** By 配送会社 and 楽天の時間帯. */
  readonly bands: ReadonlyMap<string, Row>;
  /** Rows that stand there twice. */
  readonly doubles: readonly string[];
}

/** How a shipment has to go out by the masters, and the value that people still have to settle, if any. */
export interface ExpectedDispatch {
  readonly cells: ExpectedRow;
  readonly asksFor: string | undefined;
}

export function mastersOf(office: Office): Masters {
  const [deliveries, bands] = [rowsOf(office.view(DELIVERIES)), rowsOf(office.view(BANDS))];
  const payments = rowsOf(office.view(PAYMENTS)).map((row) => row.決済コード ?? "");
  const method = (row: Row) => row.楽天の配送方法名 ?? "";
  const band = (row: Row) => bandKey(row.配送会社 ?? "", row.楽天の時間帯 ?? "");
  return {
    deliveries: new Map(deliveries.map((row) => [method(row), row])),
    bands: new Map(bands.map((row) => [band(row), row])),
    doubles: [
      ...doubles(deliveries.map(method)).map((key) => `${DELIVERIES}: ${key}`),
      ...doubles(bands.map(band)).map((key) => `${BANDS}: ${key}`),
      ...doubles(payments).map((key) => `${PAYMENTS}: ${key}`),
    ],
  };
}

const rowsOf = ({ headers, rows }: View): Row[] =>
  rows.map(({ cells }) => Object.fromEntries(headers.map((header, at) => [header, String(cells[at] ?? "")])));

const bandKey = (carrier: string, term: string): string => `${carrier}/${term}`;

const doubles = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);

/** What the masters are asked about an order, by the last part of their keys. */
export const mastersOfOrder = ({ settlementMethodCode }: ShopOrder, { shipments }: ExpectedOrder): string[] => [
  String(settlementMethodCode),
  ...shipments.flatMap((row) => [String(row.配送方法), String(row.お届け時間帯)]),
];

export function expectedDispatch(row: ExpectedRow, { deliveries, bands }: Masters): ExpectedDispatch {
  const method = String(row.配送方法);
  const service = deliveries.get(method);
  const carrier = service?.配送会社 ?? "";
  const shipOn = (days: number) => (typeof row.お届け希望日 === "number" ? row.お届け希望日 - days : "");
  if (service === undefined || carrier === "") {
    const cells = { 配送サービス: "", 配送会社候補: "", 温度帯: "", 時間帯コード: "", 出荷予定日: shipOn(1) };
    return { cells, asksFor: method };
  }
  const term = String(row.お届け時間帯);
  const code = term === "" ? "なし" : (bands.get(bandKey(carrier, term))?.時間帯コード ?? "");
  return {
    cells: {
      配送サービス: service.配送サービス名 || carrier.replace(/^\d+ /, ""),
      配送会社候補: carrier,
      温度帯: service.温度帯 || "常温",
      時間帯コード: code === "なし" ? "" : code,
      出荷予定日: shipOn(service.配送日数 ? Number(service.配送日数) : 1),
    },
    asksFor: code === "" ? term : undefined,
  };
}
