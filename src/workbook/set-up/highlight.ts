import { deliveryTable } from "../../desk/masters/delivery-table.ts";
import { timeBandTable } from "../../desk/masters/time-band-table.ts";
import { productTable } from "../../desk/products/product-table.ts";
import { shipmentLineTable } from "../../desk/shipments/shipment-line-table.ts";
import { shipmentTable } from "../../desk/shipments/shipment-table.ts";
import { stockTable } from "../../desk/stock/stock-table.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { logTable } from "../../run/log-table.ts";
import { columnLetters } from "../a1.ts";
import type { Table } from "../declare/table.ts";
import type { Layout } from "../read/layout.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;
type Rule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

/** A formula without its "=", where {name} stands for a column's cell in the first row of data; and how it looks. */
type Highlight = readonly [formula: string, format: Format];

const RED: Format = { backgroundColor: { red: 0.99, green: 0.87, blue: 0.85 } };
const ORANGE: Format = { backgroundColor: { red: 1, green: 0.9, blue: 0.76 } };
const YELLOW: Format = { backgroundColor: { red: 1, green: 0.97, blue: 0.7 } };
const GREEN: Format = { backgroundColor: { red: 0.87, green: 0.95, blue: 0.87 } };
const OVER: Format = {
  backgroundColor: { red: 0.9, green: 0.9, blue: 0.9 },
  textFormat: { strikethrough: true, foregroundColor: { red: 0.4, green: 0.4, blue: 0.4 } },
};

/** The first that fits wins. Formulas keep to functions that the workbench can compute. */
const highlights: ReadonlyMap<Table, readonly Highlight[]> = new Map<Table, readonly Highlight[]>([
  [
    shipmentTable,
    [
      // A tracking number or 出荷済 on a row that was cancelled, and nobody said since that it shall be reported.
      [
        'AND({state}="取消",OR({trackingNumber}<>"",{shippingStatus}="出荷済"),OR(NOT({cancelConfirmed}),{questions}<>""))',
        RED,
      ],
      ['{state}="取消"', OVER],
      ['{state}="要確認"', ORANGE],
      ['{state}="保留"', ORANGE],
      ['{state}="変更あり"', YELLOW],
      // Overdue. TODAY() is that of Japan: 初期設定 sees to the time zone.
      [
        'AND(COUNT({shipOn},{wishedDate})>0,IF(ISNUMBER({shipOn}),{shipOn},{wishedDate})<TODAY(),{state}<>"出荷済",{state}<>"取消",{shippingStatus}<>"出荷済")',
        RED,
      ],
    ],
  ],
  [shipmentLineTable, [['AND({orderNumber}<>"",{units}=0)', OVER]]],
  [productTable, [['{state}="要確認"', ORANGE]]],
  [
    stockTable,
    [
      ["AND(ISNUMBER({sellable}),{sellable}<=0)", RED],
      ["AND(ISNUMBER({sellable}),{sellable}<={safetyStock})", YELLOW],
    ],
  ],
  [deliveryTable, [['AND({method}<>"",{carrier}="")', ORANGE]]],
  [timeBandTable, [['AND({term}<>"",{code}="")', ORANGE]]],
  [
    logTable,
    [
      ['{result}="失敗"', RED],
      ['{result}="エラー"', RED],
      ['{result}="中断"', ORANGE],
    ],
  ],
  [
    dashboardTable,
    [
      ['OR({state}="異常",{state}="要対応",{state}="期限切れ")', RED],
      ['OR({state}="注意",{state}="更新が必要")', YELLOW],
      ['OR({state}="正常",{state}="有効")', GREEN],
    ],
  ],
]);

const filled = (formula: string, cell: (name: string) => string): string =>
  `=${formula.replace(/\{(\w+)\}/g, (_, name: string) => cell(name))}`;

/**
 * `there` are the rules that the sheet has. Their formulas follow the columns, and what people made of our formats stays.
 * Rows inserted above the first one push a rule down with it; such a rule is pulled up again.
 */
export function highlightRequests(
  table: Table,
  sheetId: number,
  layout: Layout,
  there: readonly Rule[] = [],
): Request[] {
  const column = (name: string) => `$${columnLetters(layout.get(name) as number)}`;
  const ranges = [{ sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: Math.max(...layout.values()) + 1 }];
  const formulas = there.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? "");
  const rowless = formulas.map((formula) => formula.replace(/(\$[A-Z]+)\d+/g, "$1"));
  const pulled: Request[] = [];
  const added: Request[] = [];
  for (const [index, [pattern, format]] of (highlights.get(table) ?? []).entries()) {
    const formula = filled(pattern, (name) => `${column(name)}2`);
    if (formulas.includes(formula)) continue;
    const place = rowless.indexOf(filled(pattern, column));
    const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: formula }] };
    const rule = { ranges, booleanRule: { condition, format: there[place]?.booleanRule?.format ?? format } };
    if (place === -1) added.push({ addConditionalFormatRule: { index, rule } });
    else pulled.push({ updateConditionalFormatRule: { index: place, rule } });
  }
  // What is added shifts the places of what is there.
  return [...pulled, ...added];
}
