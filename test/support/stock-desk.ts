import type { Notice } from "../../src/run/notice.ts";
import { OPERATOR } from "../../workbench/people.ts";
import { type Desk, openDesk, type SheetRow } from "./desk.ts";
import { item } from "./shop-items.ts";

type Options = NonNullable<Parameters<typeof openDesk>[0]>;
type Orders = NonNullable<Options["orders"]>;

/** So many units of a product that is known by its システム連携用SKU番号 and sold on a page of its own. */
export const sold = (code: string, units = 1) => ({
  manageNumber: pageOf(code),
  sku: { variantId: "one", merchantDefinedSkuId: code, skuInfo: null },
  units,
});

const pageOf = (code: string): string => `page-${code.toLowerCase()}`;

/** A shop that sells these products and has these orders, and a desk that fetched its products. */
export async function openStockDesk(codes: readonly string[], orders: Orders, options: Options = {}): Promise<Desk> {
  const desk = await openDesk({ ...options, skus: 0, orders });
  await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "merchantSkuId" } }]);
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  for (const code of codes) sells(desk, code);
  if (codes.length > 0) await desk.run("importProducts");
  return desk;
}

export function sells(desk: Desk, code: string, quantity = 20): void {
  desk.shop.putItem(item(pageOf(code), { one: code }));
  desk.shop.setStock(pageOf(code), "one", quantity);
}

export const setStock = (desk: Desk, code: string, quantity: number): void =>
  desk.shop.setStock(pageOf(code), "one", quantity);

/** A minute later. */
export async function syncs(desk: Desk): Promise<Notice> {
  await desk.passes(1);
  const { outcome, value, error } = await desk.run("syncStock");
  if (outcome !== "completed") throw new Error(`${outcome}: ${error?.message}`);
  return value as Notice;
}

export const stockRow = (desk: Desk, code: string): SheetRow | undefined =>
  desk.rows("在庫").find(({ 商品コード }) => 商品コード === code);

/** Types into a column of rows one below the other, from the top of the sheet, as a person pastes. */
export function pastes(desk: Desk, sheet: string, header: string, cells: readonly (string | number)[]): void {
  const columnIndex = desk.grid(sheet)[0]?.indexOf(header) ?? -1;
  const rows = cells.map((cell) => ({
    values: [{ userEnteredValue: typeof cell === "number" ? { numberValue: cell } : { stringValue: cell } }],
  }));
  const start = { sheetId: desk.sheetId(sheet), rowIndex: 1, columnIndex };
  desk.batchUpdate([{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
}
