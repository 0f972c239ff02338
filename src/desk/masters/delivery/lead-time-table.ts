import { sheetNames } from "../../../core/sheet-names.ts";
import { ISLAND, placeIn, serviceText } from "../../../shop/lead-time.ts";
import { prefectures } from "../../../shop/postcode.ts";
import { number, text } from "../../../workbook/declare/column.ts";
import { ORANGE } from "../../../workbook/declare/highlight.ts";
import { defineTable } from "../../../workbook/declare/table.ts";
import { MASTER_TAB } from "../../tab-colors.ts";

/** 配送日数マスタ: how long a parcel is on its way to a place. */
export const leadTimeTable = defineTable({
  sheet: sheetNames.leadTimes,
  key: ["place", "service"],
  plain: [(place) => placeIn(place) ?? place, serviceText],
  tabColor: MASTER_TAB,
  columns: {
    place: text("都道府県", {
      note: `都道府県か「${ISLAND}」。「東京都小笠原村」のように市区町村まで入れた行は、都道府県や「${ISLAND}」の行より優先します。`,
      width: 160,
      writer: "staff",
    }),
    service: text("配送サービス名", {
      note: `${sheetNames.deliveries}の配送サービス名。空欄の行は、すべての配送サービスに使います。`,
      width: 150,
      writer: "staff",
    }),
    state: text("状態", {
      note: "要確認の行は、配送日数を入れると次の取込で使われます。",
      width: 80,
      writer: "import",
    }),
    leadDays: number("配送日数", {
      note: `発送からお届けまでの日数。空欄のときは${sheetNames.deliveries}の配送日数を使います（${ISLAND}は入力が必要です）。`,
      width: 80,
      writer: "staff",
    }),
    memo: text("備考", { note: "自由に使えるメモ", width: 200, writer: "staff" }),
  },
  highlights: [['AND({state}<>"",{leadDays}="")', ORANGE]],
  seeds: {
    rows: [
      ...prefectures.map((place) => ({ place, service: "", state: "" })),
      { place: ISLAND, service: "", state: "要確認" },
    ],
  },
});
