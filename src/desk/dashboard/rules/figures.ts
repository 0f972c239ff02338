import { sheetNames } from "../../../core/sheet-names.ts";
import { carriers } from "../../../shop/carrier.ts";
import { shipmentStates } from "../../shipments/rules/shipment.ts";

/** A row of 集計, with formulas for what it is called and what it counts. */
interface ChartFigure {
  readonly item: string;
  readonly label: string;
  readonly count: string;
}

const of = (column: string): string => `{${sheetNames.shipments}.${column}}`;
const quotedText = (text: string): string => `"${text}"`;

const DAYS = 14;
const MONTH = '">="&(TODAY()-29)';

export const dayFigures: readonly ChartFigure[] = Array.from({ length: DAYS }, (_, at) => {
  const ago = DAYS - 1 - at;
  return {
    item: `出荷 ${ago}日前`,
    label: `TEXT(TODAY()-${ago},"m/d")`,
    count: `COUNTIF(${of("shippedOn")},TODAY()-${ago})`,
  };
});

/** Nearly every parcel goes with one of these. */
const MAIN = ["1001", "1002", "1003"] as const;
const sentWith = (code: string): string => `COUNTIFS(${of("carrier")},"${code}*",${of("shippedOn")},${MONTH})`;

export const carrierFigures: readonly ChartFigure[] = [
  ...MAIN.map((code) => ({
    item: `配送会社 ${carriers[code]}`,
    label: quotedText(carriers[code]),
    count: sentWith(code),
  })),
  {
    item: "配送会社 ほか",
    label: quotedText("ほか"),
    count: [`COUNTIF(${of("shippedOn")},${MONTH})`, ...MAIN.map(sentWith)].join("-"),
  },
];

export const stateFigures: readonly ChartFigure[] = shipmentStates.map((state) => ({
  item: `連携状態 ${state}`,
  label: quotedText(state),
  count: `COUNTIF(${of("state")},"${state}")`,
}));

export const chartFigures: readonly ChartFigure[] = [...dayFigures, ...carrierFigures, ...stateFigures];

const LISTED = `${of("orderNumber")},"?*",${of("state")},"<>取消",${of("state")},"<>出荷済"`;
const NOT_SENT = `${LISTED},${of("shippingStatus")},"<>出荷済"`;

/** As the view 今日出荷 has them: without a day that is wished for, a parcel may go out at once. */
const dueWith = (status: string): string => {
  const some = `${LISTED},${of("state")},"<>保留",${of("shippingStatus")},"${status}"`;
  return `(COUNTIFS(${some})-COUNTIFS(${some},${of("shipOn")},">"&TODAY()))`;
};
const UNTOUCHED = `(${dueWith("")}+${dueWith("未着手")})`;
const stateOf = (state: string): string => `COUNTIF(${of("state")},"${state}")`;
const OVERDUE = `COUNTIFS(${NOT_SENT},${of("shipOn")},"<"&TODAY())`;
const sellable = (criterion: string): string => `COUNTIF({${sheetNames.stock}.sellable},${criterion})`;
const ERRORS = `COUNTIF({${sheetNames.log}.result},"エラー")`;

const counts = (parts: readonly (readonly [name: string, count: string])[]): string =>
  parts.map(([name, count], at) => `"${at === 0 ? "" : "、"}${name} "&${count}&"件"`).join("&");

/** A line of ダッシュボード that is computed, by its 項目. */
export const lineFigures = {
  今日の出荷: {
    state: `IF(${UNTOUCHED}+${dueWith("ピッキング済")}+${dueWith("梱包済")}=0,"完了","残りあり")`,
    detail: counts([
      ["未着手", UNTOUCHED],
      ["ピッキング済", dueWith("ピッキング済")],
      ["梱包済", dueWith("梱包済")],
      ["本日の発送", `COUNTIF(${of("shippedOn")},TODAY())`],
    ]),
  },
  確認待ちと遅れ: {
    state: `IF(${OVERDUE}>0,"要対応",IF(${stateOf("要確認")}+${stateOf("保留")}>0,"注意","正常"))`,
    detail: counts([
      ["要確認", stateOf("要確認")],
      ["保留", stateOf("保留")],
      ["出荷予定日を過ぎた出荷", OVERDUE],
    ]),
  },
  在庫不足: {
    state: `IF(${sellable('"<0"')}>0,"要対応",IF(${sellable("0")}>0,"注意","正常"))`,
    detail: counts([
      ["引当可能数がマイナスの商品", sellable('"<0"')],
      ["0の商品", sellable("0")],
    ]),
  },
  未解消のエラー: {
    state: `IF(${ERRORS}>0,"注意","正常")`,
    detail: `${counts([["連携ログのエラー", ERRORS]])}`,
  },
};
