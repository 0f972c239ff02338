import { dateText } from "../../../core/jst.ts";
import { captions } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";

type Value = string | number | boolean | null;
type Values = ReadonlyMap<string, Value>;

export const findTexts = {
  question: "注文番号を入力してください。（例: 123456-20261124-0000000001）",
  noNumber: "注文番号の形式が正しくありません。店舗番号-日付8桁-番号 の形で入力してください。",
  row: (row: number): string => `${row}行目:`,
  listed: (number: string, parcels: readonly string[]): string =>
    [`${number} は「${sheetNames.shipments}」にあります。`, ...parcels].join("\n"),
  archived: (number: string, found: { place: string; link: string }, parcels: readonly string[]): string =>
    [`${number} は「${found.place}」に保管しています。`, ...parcels, "", found.link].join("\n"),
  missing: (number: string, unread: readonly string[]): string =>
    unread.length > 0
      ? [`${number} は、開くことのできた範囲には見つかりません。`, ...unread].join("\n")
      : `${number} は、「${sheetNames.shipments}」にも保管先にも見つかりません。注文番号を確認してください。楽天での状況は「${captions.askForOrder}」で確認できます。`,
};

/** What became of one parcel, in a line: state, carrier, tracking number and day, as far as they are known. */
export function parcelText(cells: Values): string {
  const text = (name: string) => String(cells.get(name) ?? "").replace(/\s*\n\s*/g, "・");
  const day = cells.get("shippedOn");
  const own = [text("carrier"), text("trackingNumber")].some(Boolean);
  const parts = [
    text("state") || text("shippingStatus"),
    own ? text("carrier") : text("rmsCarriers"),
    own ? text("trackingNumber") : text("rmsTrackingNumbers"),
    typeof day === "number" ? dateText(day) : text("shippedOn") || text("rmsShippedOn"),
  ];
  const [state = "", carrier = "", tracking = "", shippedOn = ""] = parts;
  return [
    `送付先 ${text("basketId")}`,
    state,
    carrier,
    tracking && `伝票番号 ${tracking}`,
    shippedOn && `発送日 ${shippedOn}`,
  ]
    .filter(Boolean)
    .join(" / ");
}
