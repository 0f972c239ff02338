import type { Notice } from "../../../src/run/notice.ts";
import type { Gate } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { type Desk, openDesk, type SheetRow } from "../../support/desk.ts";
import { item } from "../../support/shop-items.ts";

/** What a product of the test shop is: how many people counted, and how many RMS shows. Undefined is 未棚卸. */
export type Goods = Readonly<Record<string, { readonly counted?: number; readonly shown: number }>>;

interface Options {
  readonly gate?: Gate;
  readonly settings?: object;
}

/** A shop with one page for each product, fetched and counted, and the update switched on. */
export async function openShop(goods: Goods, { gate, settings = {} }: Options = {}): Promise<Desk> {
  const desk = await openDesk({ skus: 0, ...(gate && { gate }) });
  const set = { productCode: "merchantSkuId", stockUpdate: true, stopShare: 100, ...settings };
  await desk.run("saveSettings", OPERATOR, [{ settings: set }]);
  for (const [name, { shown }] of Object.entries(goods)) {
    desk.shop.putItem(item(name, { s: codeOf(name) }));
    desk.shop.setStock(name, "s", shown);
  }
  await desk.run("importProducts");
  count(desk, goods);
  return desk;
}

/** The product code of the page. */
export const codeOf = (name: string): string => `${name.toUpperCase()}-1`;

/** Types 棚卸数 into the rows of 在庫, all at once. */
export function count(desk: Desk, goods: Goods): void {
  const [headers = [], ...rows] = desk.grid("在庫");
  const typed = new Map(Object.entries(goods).map(([name, { counted }]) => [codeOf(name), counted]));
  const cells = rows.map((row) => {
    const counted = typed.get(String(row[0]));
    return { values: [counted === undefined ? {} : { userEnteredValue: { numberValue: counted } }] };
  });
  const start = { sheetId: desk.sheetId("在庫"), rowIndex: 1, columnIndex: headers.indexOf("棚卸数") };
  desk.batchUpdate([{ updateCells: { start, rows: cells, fields: "userEnteredValue" } }], STAFF);
}

export async function update(desk: Desk): Promise<Notice> {
  const execution = await desk.run("updateShopStock");
  if (execution.outcome !== "completed") throw new Error(`${execution.outcome}: ${execution.error?.message}`);
  return execution.value as Notice;
}

/** What RMS shows of the page. */
export const shown = (desk: Desk, name: string): number | undefined => desk.shop.stock(name, "s")?.quantity;

export const rowOf = (desk: Desk, name: string): SheetRow | undefined =>
  desk.rows("在庫").find((row) => row.商品コード === codeOf(name));

/** 楽天の更新 of the page's row. */
export const said = (desk: Desk, name: string): string => String(rowOf(desk, name)?.楽天の更新 ?? "");

/** A buyer orders one of the page now; its stock in the shop falls with it. */
export const buy = (desk: Desk, name: string, units = 1): void => void desk.shop.add(orderOf(name, units));

export const orderOf = (name: string, units = 1) => ({
  lines: [
    {
      manageNumber: name,
      itemNumber: "",
      sku: { variantId: "s", merchantDefinedSkuId: codeOf(name), skuInfo: null },
      units,
    },
  ],
});

/** How often RMS was asked to move stock. */
export const writes = (desk: Desk): number => desk.workbench.sandbox.calls.get("inventories.bulk.upsert") ?? 0;
