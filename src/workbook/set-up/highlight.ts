import { columnLetters } from "../a1.ts";
import type { Layout } from "../layout.ts";
import type { Table } from "../table.ts";
import { dashboardTable } from "../tables/dashboard-table.ts";
import { deliveryTable } from "../tables/delivery-table.ts";
import { logTable } from "../tables/log-table.ts";
import { productTable } from "../tables/product-table.ts";
import { shipmentLineTable } from "../tables/shipment-line-table.ts";
import { shipmentTable } from "../tables/shipment-table.ts";
import { stockTable } from "../tables/stock-table.ts";
import { timeBandTable } from "../tables/time-band-table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;
type Rule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

/** `at` names a column's cell in the first row of data. */
interface Highlight {
  readonly when: (at: (name: string) => string) => string;
  readonly format: Format;
}

const RED: Format = { backgroundColor: { red: 0.99, green: 0.87, blue: 0.85 } };
const ORANGE: Format = { backgroundColor: { red: 1, green: 0.9, blue: 0.76 } };
const YELLOW: Format = { backgroundColor: { red: 1, green: 0.97, blue: 0.7 } };
const GREEN: Format = { backgroundColor: { red: 0.87, green: 0.95, blue: 0.87 } };
const OVER: Format = {
  backgroundColor: { red: 0.9, green: 0.9, blue: 0.9 },
  textFormat: { strikethrough: true, foregroundColor: { red: 0.4, green: 0.4, blue: 0.4 } },
};

/** A tracking number or 出荷済 on a row that was cancelled, and nobody said that it shall be reported. */
const WITHHELD: Highlight = {
  when: (at) =>
    `=AND(${at("state")}="取消",OR(${at("trackingNumber")}<>"",${at("shippingStatus")}="出荷済"),NOT(${at("cancelConfirmed")}))`,
  format: RED,
};

const is = (name: string, text: string, format: Format): Highlight => ({
  when: (at) => `=${at(name)}="${text}"`,
  format,
});

const isOneOf = (name: string, texts: readonly string[], format: Format): Highlight => ({
  when: (at) => `=OR(${texts.map((text) => `${at(name)}="${text}"`).join()})`,
  format,
});

/** The first that fits wins. Formulas keep to functions that the workbench can compute. */
const highlights: ReadonlyMap<Table, readonly Highlight[]> = new Map<Table, readonly Highlight[]>([
  [
    shipmentTable,
    [
      WITHHELD,
      is("state", "取消", OVER),
      is("state", "要確認", ORANGE),
      is("state", "保留", ORANGE),
      is("state", "変更あり", YELLOW),
      // Overdue. TODAY() is that of Japan: 初期設定 sees to the time zone.
      {
        when: (at) =>
          `=AND(COUNT(${at("shipOn")},${at("wishedDate")})>0,IF(ISNUMBER(${at("shipOn")}),${at("shipOn")},${at("wishedDate")})<TODAY(),${at("state")}<>"出荷済",${at("state")}<>"取消",${at("shippingStatus")}<>"出荷済")`,
        format: RED,
      },
    ],
  ],
  [shipmentLineTable, [{ when: (at) => `=AND(${at("orderNumber")}<>"",${at("units")}=0)`, format: OVER }]],
  [productTable, [is("state", "要確認", ORANGE)]],
  [
    stockTable,
    [
      { when: (at) => `=AND(ISNUMBER(${at("sellable")}),${at("sellable")}<=0)`, format: RED },
      { when: (at) => `=AND(ISNUMBER(${at("sellable")}),${at("sellable")}<=${at("safetyStock")})`, format: YELLOW },
    ],
  ],
  [deliveryTable, [{ when: (at) => `=AND(${at("method")}<>"",${at("carrier")}="")`, format: ORANGE }]],
  [timeBandTable, [{ when: (at) => `=AND(${at("term")}<>"",${at("code")}="")`, format: ORANGE }]],
  [logTable, [is("result", "失敗", RED), is("result", "エラー", RED), is("result", "中断", ORANGE)]],
  [
    dashboardTable,
    [
      isOneOf("state", ["異常", "要対応", "期限切れ"], RED),
      isOneOf("state", ["注意", "更新が必要"], YELLOW),
      isOneOf("state", ["正常", "有効"], GREEN),
    ],
  ],
]);

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
  for (const [index, { when, format }] of (highlights.get(table) ?? []).entries()) {
    const formula = when((name) => `${column(name)}2`);
    if (formulas.includes(formula)) continue;
    const place = rowless.indexOf(when(column));
    const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: formula }] };
    const rule = { ranges, booleanRule: { condition, format: there[place]?.booleanRule?.format ?? format } };
    if (place === -1) added.push({ addConditionalFormatRule: { index, rule } });
    else pulled.push({ updateConditionalFormatRule: { index: place, rule } });
  }
  // What is added shifts the places of what is there.
  return [...pulled, ...added];
}
