import type { View } from "../../workbook/declare/view.ts";

const ON_LIST = '{orderNumber}<>""';
const NOT_OVER = `${ON_LIST},{state}<>"取消",{state}<>"出荷済"`;

/** How people look at 出荷リスト instead of sorting it. Formulas keep to functions that the workbench can compute. */
export const shipmentViews: readonly View[] = [
  {
    // Without a day that is wished for, a parcel may go out at once. What is overdue comes first.
    title: "今日出荷",
    rows: `AND(${NOT_OVER},{state}<>"保留",{shippingStatus}<>"出荷済",OR(NOT(ISNUMBER({shipOn})),{shipOn}<=TODAY()))`,
    sort: [
      ["shipOn", "ASCENDING"],
      ["orderedAt", "ASCENDING"],
    ],
  },
  { title: "要確認", rows: 'OR({state}="要確認",{state}="保留")', sort: [["orderedAt", "ASCENDING"]] },
  { title: "変更・取消", rows: 'OR({state}="変更あり",{state}="取消")', sort: [["orderedAt", "DESCENDING"]] },
  { title: "伝票番号なし", rows: `AND(${NOT_OVER},{trackingNumber}="")`, sort: [["orderedAt", "ASCENDING"]] },
  {
    title: "出荷済",
    rows: `AND(${ON_LIST},OR({state}="出荷済",{shippingStatus}="出荷済"))`,
    sort: [["shippedOn", "DESCENDING"]],
  },
];
