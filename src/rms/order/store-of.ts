import type { Addressee } from "../../shop/order.ts";
import type { PackageModel } from "./order-schema.ts";

/** cvsCode (rms-api 3.7): 駅前店 alone is no place to send a parcel to. */
const chains: Readonly<Record<number, string>> = {
  1: "ファミリーマート",
  20: "ミニストップ",
  40: "サークルK",
  41: "サンクス",
  50: "ローソン",
  60: "郵便局",
  70: "スリーエフ",
  71: "エブリワン",
  72: "ココストア",
  74: "セーブオン",
  80: "デイリーヤマザキ",
  81: "ヤマザキデイリーストア",
  82: "ニューヤマザキデイリーストア",
  85: "ニューデイズ",
  90: "ポプラ",
  91: "くらしハウス",
  92: "スリーエイト",
  93: "生活彩家",
};

/** The address of コンビニ受取 and 郵便局受取, with the store's name and code; undefined where RMS names no store. */
export function storeOf(
  store: PackageModel["DeliveryCvsModel"],
): Pick<Addressee, "postcode" | "prefecture" | "city" | "street"> | undefined {
  if (!store?.storeAddress?.trim()) return undefined;
  const chain = chains[store.cvsCode ?? 0] ?? "";
  const name = store.storeName ?? "";
  return {
    postcode: (store.storeZip ?? "").replace(/^(\d{3})(\d{4})$/, "$1-$2"),
    prefecture: store.storePrefecture ?? "",
    city: "",
    street: [
      store.storeAddress,
      name.includes(chain) ? "" : chain,
      name,
      store.storeCode && `店舗コード${store.storeCode}`,
    ]
      .filter(Boolean)
      .join(" "),
  };
}
