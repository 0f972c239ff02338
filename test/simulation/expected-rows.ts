import { NEWEST_VERSION, orderModel } from "../../workbench/rms/api/order/order-model.ts";
import { subStatusName } from "../../workbench/rms/api/order/sub-status.ts";
import { CARRIERS } from "../../workbench/rms/shop/codes.ts";
import type { ShopOrder } from "../../workbench/rms/shop/order.ts";
import type { Cell } from "./office.ts";

/** What the sheets have to say of an order, by header, from RMS's own answer about it and without the product's code. */
export interface ExpectedOrder {
  readonly progress: number;
  readonly shipments: readonly ExpectedRow[];
  readonly lines: readonly ExpectedRow[];
}

export type ExpectedRow = Readonly<Record<string, Cell>>;

interface Model {
  readonly orderNumber: string;
  readonly orderProgress: number;
  readonly orderDatetime: string;
  readonly shopOrderCfmDatetime: string | null;
  readonly deliveryDate: string | null;
  readonly shippingTerm: number | null;
  readonly orderType: number;
  readonly subStatusName: string | null;
  readonly memo: string | null;
  readonly cautionDisplayType: number;
  readonly cautionDisplayDetailType: number | null;
  readonly rakutenConfirmFlag: number;
  readonly couponAllTotalPrice: number;
  readonly PointModel: { readonly usedPoint: number };
  readonly remarks: string | null;
  readonly giftCheckFlag: number;
  readonly deliveryCertPrgFlag: number;
  readonly oneDayOperationFlag: number;
  readonly requestPrice: number;
  readonly OrdererModel: Person;
  readonly SettlementModel: { readonly settlementMethod: string };
  readonly DeliveryModel: { readonly deliveryName: string; readonly deliveryClass: number | null };
  readonly WrappingModel1: Wrapping | null;
  readonly WrappingModel2: Wrapping | null;
  readonly PackageModelList: readonly Package[];
}

type Person = Readonly<Record<string, string | null>> & { readonly isolatedIslandFlag?: number };
interface Wrapping {
  readonly title: number;
  readonly name: string;
}
interface Package {
  readonly basketId: number;
  readonly defaultDeliveryCompanyCode: string;
  readonly goodsPrice: number;
  readonly postagePrice: number;
  readonly deliveryPrice: number;
  readonly dropOffLocation: string | null;
  readonly noshi: string | null;
  readonly SenderModel: Person;
  readonly DeliveryCvsModel: Store | null;
  readonly ItemModelList: readonly Item[];
  readonly ShippingModelList: readonly ShippingModel[];
}
interface Store {
  readonly cvsCode: number;
  readonly storeCode: string;
  readonly storeName: string;
  readonly storeZip: string;
  readonly storePrefecture: string;
  readonly storeAddress: string;
}
interface ShippingModel {
  readonly shippingDetailId: number;
  readonly shippingNumber: string | null;
  readonly deliveryCompany: string | null;
  readonly deliveryCompanyName: string | null;
  readonly shippingDate: string | null;
}
interface Item {
  readonly itemDetailId: number;
  readonly itemName: string;
  readonly itemNumber: string | null;
  readonly manageNumber: string;
  readonly selectedChoice: string | null;
  readonly delvdateInfo: string | null;
  readonly includePostageFlag: number;
  readonly units: number;
  readonly priceTaxIncl: number;
  readonly SkuModelList: readonly Readonly<Record<"variantId" | "merchantDefinedSkuId" | "skuInfo", string | null>>[];
}

const PROGRESS: Readonly<Record<number, string>> = {
  100: "100 注文確認待ち",
  200: "200 楽天処理中",
  300: "300 発送待ち",
  400: "400 変更確定待ち",
  500: "500 発送済",
  600: "600 支払手続き中",
  700: "700 支払手続き済",
  800: "800 キャンセル確定待ち",
  900: "900 キャンセル確定",
};

const TERMS: Readonly<Record<number, string>> = { 0: "", 1: "午前", 2: "午後", 9: "その他" };
const hours = (term: number): string => `${Math.floor(term / 100)}時～${term % 100}時`;

export function expectedOrder(order: ShopOrder, now: number): ExpectedOrder {
  const model = orderModel(order, now, NEWEST_VERSION, subStatusName(order.subStatusId)) as Model;
  return {
    progress: model.orderProgress,
    shipments: model.PackageModelList.map((each) => shipment(model, each)),
    lines: model.PackageModelList.flatMap((each) => each.ItemModelList.flatMap((item) => lines(model, each, item))),
  };
}

function shipment(model: Model, each: Package): ExpectedRow {
  const {
    SenderModel: to,
    OrdererModel: from,
    ItemModelList: items,
  } = each && { ...each, OrdererModel: model.OrdererModel };
  return {
    注文番号: model.orderNumber,
    送付先ID: String(each.basketId),
    楽天ステータス: PROGRESS[model.orderProgress] as string,
    注文日時: serial(model.orderDatetime),
    注文確認日時: serial(model.shopOrderCfmDatetime),
    支払方法: model.SettlementModel.settlementMethod,
    配送方法: model.DeliveryModel.deliveryName,
    楽天の配送区分: ["", "常温", "冷蔵", "冷凍"][model.DeliveryModel.deliveryClass ?? 0] ?? "",
    楽天の配送会社: `${each.defaultDeliveryCompanyCode} ${CARRIERS.get(each.defaultDeliveryCompanyCode)}`,
    お届け希望日: serial(model.deliveryDate),
    時間帯: TERMS[model.shippingTerm ?? 0] ?? hours(model.shippingTerm ?? 0),
    お届け先氏名: [to.familyName, to.firstName].filter(Boolean).join(" "),
    フリガナ: [to.familyNameKana, to.firstNameKana].filter(Boolean).join(" "),
    郵便番号: `${to.zipCode1}-${to.zipCode2}`,
    都道府県: to.prefecture ?? "",
    市区町村: to.city ?? "",
    "番地・建物": to.subAddress ?? "",
    電話番号: [to.phoneNumber1, to.phoneNumber2, to.phoneNumber3].filter(Boolean).join("-"),
    商品: goods(items),
    明細数: items.reduce((sum, { units, SkuModelList }) => sum + (units > 0 ? Math.max(1, SkuModelList.length) : 0), 0),
    個数: items.reduce((sum, { units }) => sum + units, 0),
    商品金額: fixed(each.goodsPrice),
    送料: fixed(each.postagePrice),
    代引料: fixed(each.deliveryPrice),
    最強翌日配送: model.deliveryCertPrgFlag === 1 ? "最強翌日配送" : "",
    当日出荷: model.oneDayOperationFlag === 1 ? "当日出荷" : "",
    置き配: each.dropOffLocation ?? "",
    離島: to.isolatedIslandFlag === 1 ? "離島" : "",
    請求金額: fixed(model.requestPrice),
    ギフト: model.giftCheckFlag === 1 ? "ギフト" : "",
    のし: each.noshi ?? "",
    ラッピング: [model.WrappingModel1, model.WrappingModel2]
      .flatMap((wrapping) =>
        wrapping === null ? [] : [`${wrapping.title === 1 ? "包装紙" : "リボン"}: ${wrapping.name}`],
      )
      .join("\n"),
    備考: (model.remarks ?? "").trim().replaceAll("\r\n", "\n"),
    ...remarkFields((model.remarks ?? "").replaceAll("\r\n", "\n")),
    注意点: "",
    楽天の警告: [...cautions(model), ...(model.rakutenConfirmFlag === 1 ? ["楽天確認中"] : [])].join("\n"),
    ひとことメモ: model.memo ?? "",
    サブステータス: model.subStatusName ?? "",
    注文種別: ORDER_TYPES[model.orderType] as string,
    納期情報: [...new Set(items.map(({ delvdateInfo }) => delvdateInfo ?? ""))].filter(Boolean).join("\n"),
    クーポン利用額: model.couponAllTotalPrice,
    ポイント利用額: model.PointModel.usedPoint,
    ...shippingRecords(each.ShippingModelList),
    注文者氏名: [from.familyName, from.firstName].filter(Boolean).join(" "),
    ...(each.DeliveryCvsModel === null ? {} : atStore(each.DeliveryCvsModel)),
  };
}

/** The first product that is left, and how many others are. */
function goods(items: readonly Item[]): string {
  const left = items.filter(({ units }) => units > 0);
  const skus = left.flatMap((item) =>
    (item.SkuModelList.length === 0 ? [null] : item.SkuModelList).map((sku) => ({ item, sku })),
  );
  const [first] = skus;
  if (first === undefined) return "";
  const choices = (first.sku?.skuInfo ?? "").split("\n").map((line) => line.slice(line.indexOf(":") + 1));
  const choice = shortened(choices.join(" ").trim(), 14);
  const name = shortened(first.item.itemName, choice === "" ? 34 : 33 - halves(choice));
  const words = choice === "" ? name : `${name} ${choice}`;
  return `${words} ×${first.item.units}${skus.length > 1 ? ` ほか${skus.length - 1}点` : ""}`;
}

/** Full width counts twice. */
const halves = (text: string): number => text.replace(/[^ -ÿ]/gu, "__").length;

function shortened(text: string, width: number): string {
  const characters = Array.from(text);
  if (halves(text) <= width) return text;
  while (halves(characters.join("")) > width - 2) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** The order form's own fields, and all else that a buyer wrote. */
function remarkFields(remarks: string): ExpectedRow {
  const [before = "", ...parts] = remarks.split(/^\[(.+?):\]$/m);
  const bodies = { 日時指定: [] as string[], ギフトメッセージ: [] as string[], 店舗への連絡: [before.trim()] };
  for (let at = 0; at < parts.length; at += 2) {
    const [heading, body = ""] = parts.slice(at, at + 2);
    const column =
      heading === "配送日時指定" ? "日時指定" : heading === "ギフトメッセージ" ? "ギフトメッセージ" : "店舗への連絡";
    bodies[column].push(body.trim());
  }
  return Object.fromEntries(Object.entries(bodies).map(([header, some]) => [header, some.filter(Boolean).join("\n")]));
}

/** The chains that the shop's orders are fetched at. */
const CHAINS: Readonly<Record<number, string>> = {
  1: "ファミリーマート",
  20: "ミニストップ",
  50: "ローソン",
  60: "郵便局",
};

/** Where the buyer fetches the parcel, it goes to the store. */
function atStore({ cvsCode, storeCode, storeName, storeZip, storePrefecture, storeAddress }: Store): ExpectedRow {
  const chain = CHAINS[cvsCode] ?? "";
  const name = storeName.includes(chain) ? storeName : `${chain} ${storeName}`;
  return {
    郵便番号: `${storeZip.slice(0, 3)}-${storeZip.slice(-4)}`,
    都道府県: storePrefecture,
    市区町村: "",
    "番地・建物": `${storeAddress} ${name} 店舗コード${storeCode}`,
    置き配: "店舗受取",
  };
}

const ORDER_TYPES: Readonly<Record<number, string>> = { 1: "", 4: "定期購入", 5: "頒布会", 6: "予約商品" };

const CAUTIONS: Readonly<Record<number, string>> = {
  101: "前払い未払い",
  102: "受取拒否",
  103: "長期不在による受取拒否",
  104: "開梱後の返品",
  105: "高いサービスレベルの要望",
};

const cautions = ({ cautionDisplayType: type, cautionDisplayDetailType: detail }: Model): string[] =>
  type === 0 ? [] : type === 2 ? ["キャンセル確定"] : [["注意喚起", ...(detail ? [CAUTIONS[detail]] : [])].join(": ")];

/** What people are asked about a row because of what RMS says of it, by words of the question. */
export const askedByRms = (row: ExpectedRow): string[] => [
  ...String(row.楽天の警告)
    .split("\n")
    .filter(Boolean)
    .map((line) => (line === "楽天確認中" ? "楽天が確認中" : `「${line}」`)),
];

/** Who looked at the row may have entered or told RMS of what is there. */
export interface OwnParcels {
  readonly numbers: readonly string[];
  /** As RMS writes them on the sheet. */
  readonly days: readonly string[];
}

/** What people are asked where RMS has records of parcels that the row knows nothing of. */
export function askedByRecords(row: ExpectedRow, { numbers, days }: OwnParcels): string[] {
  const column = (header: string) => String(row[header]).split("\n");
  const held = column("RMSの伝票番号");
  const heldDays = column("RMSの発送日");
  const isForeign = (at: number) => {
    const [number = "", day = ""] = [held[at], heldDays[at]];
    return number === "" ? day !== "" && !days.includes(day) : !numbers.includes(number);
  };
  return Array.from({ length: Math.max(held.length, heldDays.length) }, (_, at) => at).some(isForeign)
    ? ["RMSに発送情報"]
    : [];
}

/** One record a line in each of the columns; a column in which no record has anything is empty. */
function shippingRecords(records: readonly ShippingModel[]): ExpectedRow {
  const column = (value: (record: ShippingModel) => string) => {
    const values = records.map(value);
    return values.every((one) => one === "") ? "" : values.join("\n");
  };
  return {
    RMSの発送明細ID: column(({ shippingDetailId }) => String(shippingDetailId)),
    RMSの配送会社: column(({ deliveryCompany, deliveryCompanyName }) =>
      deliveryCompany === null ? "" : `${deliveryCompany} ${deliveryCompanyName}`,
    ),
    RMSの伝票番号: column(({ shippingNumber }) => shippingNumber ?? ""),
    RMSの発送日: column(({ shippingDate }) => (shippingDate ?? "").replaceAll("-", "/")),
  };
}

function lines(model: Model, { basketId }: Package, item: Item): ExpectedRow[] {
  const skus =
    item.SkuModelList.length > 0 ? item.SkuModelList : [{ variantId: "", merchantDefinedSkuId: "", skuInfo: "" }];
  return skus.map((sku) => ({
    注文番号: model.orderNumber,
    送付先ID: String(basketId),
    明細ID: String(item.itemDetailId),
    SKU管理番号: sku.variantId ?? "",
    商品コード: item.manageNumber,
    商品名: item.itemName,
    バリエーション: sku.skuInfo ?? "",
    項目選択肢: item.selectedChoice ?? "",
    数量: item.units,
    単価: fixed(item.priceTaxIncl),
    納期情報: item.delvdateInfo ?? "",
    送料込み: item.includePostageFlag === 1 ? "送料込み" : "",
    商品管理番号: item.manageNumber,
    商品番号: item.itemNumber ?? "",
    システム連携用SKU番号: sku.merchantDefinedSkuId ?? "",
  }));
}

/** RMS says -9999 of an amount that is not fixed yet. */
const fixed = (amount: number): Cell => (amount === -9999 ? "" : amount);

/** Days since 1899-12-30 of a Japanese wall time such as `2026-11-24T10:30:00+0900`. */
const serial = (text: string | null): Cell =>
  text === null ? "" : Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19) || "00:00:00"}Z`) / 86_400_000 + 25_569;
