import { serialOfRms } from "../../src/core/jst.ts";
import type { Notice } from "../../src/run/notice.ts";
import { OPERATOR, STAFF } from "../../workbench/people.ts";
import type { ShippingRecord } from "../../workbench/rms/shop/order.ts";
import { type Desk, type DeskOptions, openDesk } from "./desk.ts";

export const LIST = "出荷リスト";

/** The number of the nth order of a test. */
export const numbered = (nth: number): string => `123456-20261123-${String(nth).padStart(10, "0")}`;
export const [A, B, C] = [numbered(1), numbered(2), numbered(3)] as const;

/** Numbers that pass the carriers' check digit. */
export const numbersUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const body = 39000000001 + at * 7;
    return `${body}${body % 7}`;
  });
export const PARCELS = numbersUpTo(200);

export const day = (text: string): number => serialOfRms(text) as number;
export const TODAY = day("2026-11-24");

/** A desk whose orders stand on 出荷リスト, ready to be packed. */
export async function openReports(orders: DeskOptions["orders"], options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk({ ...options, ...(orders === undefined ? {} : { orders }) });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.importShipments();
  return desk;
}

export interface Entry {
  readonly carrier?: string;
  readonly numbers?: string;
  readonly shippedOn?: string | number;
  readonly more?: Readonly<Record<string, string | number | boolean>>;
}

/** Staff enter how a parcel was shipped: all of it where nothing else is said. */
export function enters(desk: Desk, orderNumber: string, entry: Entry = {}, basketId?: number): void {
  const { carrier = "1001 ヤマト運輸", numbers = PARCELS[0], shippedOn = TODAY, more = {} } = entry;
  for (const [header, value] of Object.entries({
    配送会社: carrier,
    伝票番号: numbers,
    発送日: shippedOn,
    ...more,
  }))
    typesInto(desk, rowOf(desk, orderNumber, basketId), header, value as string | number | boolean);
}

export function typesInto(
  desk: Desk,
  rowIndex: number,
  header: string,
  value: string | number | boolean,
  user: string = STAFF,
): void {
  const columnIndex = desk.grid(LIST)[0]?.indexOf(header) ?? -1;
  if (columnIndex < 0) throw new Error(`no column ${header}`);
  const userEnteredValue =
    typeof value === "string"
      ? { stringValue: value }
      : typeof value === "number"
        ? { numberValue: value }
        : { boolValue: value };
  desk.batchUpdate(
    [
      {
        updateCells: {
          start: { sheetId: desk.sheetId(LIST), rowIndex, columnIndex },
          rows: [{ values: [{ userEnteredValue }] }],
          fields: "userEnteredValue",
        },
      },
    ],
    user,
  );
}

function rowOf(desk: Desk, orderNumber: string, basketId?: number): number {
  const [headers = [], ...rows] = desk.grid(LIST);
  const basket = headers.indexOf("送付先ID");
  const at = rows.findIndex(
    (row) => row[0] === orderNumber && (basketId === undefined || String(row[basket]) === String(basketId)),
  );
  if (at < 0) throw new Error(`no row of ${orderNumber}`);
  return at + 1;
}

export async function reports(desk: Desk): Promise<Notice> {
  const execution = await desk.run("reportShipments");
  if (execution.outcome !== "completed") throw new Error(`${execution.outcome}: ${execution.error?.message}`);
  return execution.value as Notice;
}

/** What RMS holds, a destination after the other: `7001 1001 390000000014 2026-11-24`. */
export const held = (desk: Desk, orderNumber: string): string[] =>
  desk.shop.find(orderNumber)?.packages.flatMap(({ shippings }) => shippings.map(recordText)) ?? [];

export const recordText = ({ shippingDetailId, deliveryCompany, shippingNumber, shippingDate }: ShippingRecord) =>
  [shippingDetailId, deliveryCompany ?? "-", shippingNumber ?? "-", shippingDate ?? "-"].join(" ");

/** The same without the ids, which RMS draws. */
export const parcels = (desk: Desk, orderNumber: string): string[] =>
  held(desk, orderNumber).map((text) => text.replace(/^\S+ /, ""));

export const progress = (desk: Desk, orderNumber: string): number => desk.shop.progress(orderNumber);

/** 報告状態 of each row, from the top. */
export const states = (desk: Desk): string[] => desk.rows(LIST).map((row) => String(row.報告状態 ?? ""));
export const messages = (desk: Desk): string[] => desk.rows(LIST).map((row) => String(row.報告の内容 ?? ""));

export const calls = (desk: Desk, name: string): number => desk.workbench.sandbox.calls.get(name) ?? 0;
export const POST = "updateOrderShippingAsync";
export const RESULT = "getResultUpdateOrderShippingAsync";
