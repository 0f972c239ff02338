import { DAY, jstDate, MINUTE } from "../shop/jst.ts";
import type { Orderer, Person, ShippingRecord, ShopPackage, SocialGift, Timeline } from "../shop/order.ts";
import { carrierAlone } from "../shop/order-builder.ts";
import { drawLine, type Sku } from "./order-line.ts";
import { maskedAddress, person } from "./people.ts";
import type { Random } from "./random.ts";

/** What a destination depends on beside its own draws. */
export interface PackageContext {
  readonly draw: Random;
  readonly skus: readonly Sku[];
  readonly island: boolean;
  readonly buyer: Orderer;
  readonly deliveryName: string;
  readonly settlementMethodCode: number;
  readonly unfixed: boolean;
  readonly ordered: number;
  readonly carrierAtPurchase: boolean;
}

export function drawPackage(
  context: PackageContext,
  basketId: number,
  place: number,
  count: number,
  gift: boolean,
  timeline: Timeline,
): ShopPackage {
  const { draw, skus, island, buyer, deliveryName, settlementMethodCode, unfixed, ordered } = context;
  const toOrderer = count === 1 && !gift && draw.chance(0.85);
  const migrated = draw.chance(0.97);
  const lines = Array.from({ length: draw.weighted(LINES) }, (_, line) =>
    drawLine(draw, basketId + line, draw.pick(skus), migrated),
  );
  const shipped = timeline.shipped;
  const company = deliveryName === "メール便" ? "1003" : draw.pick(["1001", "1001", "1002", "1003"]);
  const waiting = context.carrierAtPurchase ? [carrierAlone(600_000_000 + basketId, company)] : [];
  return {
    basketId,
    sender: toOrderer ? withoutMail(buyer) : person(draw, { island: island && place === 0 }),
    isolatedIsland: island && place === 0,
    noshi: draw.chance(0.05) ? draw.pick(["御祝 (蝶結び)", "内祝 見本太郎", "=寿"]) : null,
    postage: unfixed ? null : draw.pick([0, 0, 500, 660, 880]),
    codFee: settlementMethodCode === 2 ? 330 : 0,
    defaultDeliveryCompanyCode: company,
    dropOffLocation: draw.chance(0.1) ? draw.pick(["宅配ボックス", "玄関前", "物置", "車庫"]) : null,
    lines,
    shippings: shipped === null ? waiting : [drawShipping(draw, 600_000_000 + basketId, company, shipped)],
    cvs: deliveryName === "コンビニ受取" || deliveryName === "郵便局受取" ? drawStore(draw, deliveryName) : null,
    socialGift: gift ? drawGift(draw, basketId, ordered) : null,
  };
}

const LINES: readonly [number, number][] = [
  [65, 1],
  [22, 2],
  [9, 3],
  [4, 5],
];

const drawShipping = (draw: Random, shippingDetailId: number, company: string, shipped: number): ShippingRecord => ({
  shippingDetailId,
  shippingNumber: String(draw.int(0, 999_999_999_999)).padStart(12, "0"),
  deliveryCompany: company,
  shippingDate: jstDate(shipped),
});

const withoutMail = (buyer: Orderer): Person => {
  const { emailAddress: _mail, sex: _sex, birthYear: _year, birthMonth: _month, birthDay: _day, ...place } = buyer;
  return place;
};

const drawStore = (draw: Random, deliveryName: string) => ({
  cvsCode: deliveryName === "郵便局受取" ? 60 : draw.pick([1, 20, 50]),
  storeCode: String(draw.int(0, 99_999)).padStart(6, "0"),
  storeName: `見本${deliveryName === "郵便局受取" ? "郵便局" : "駅前店"}`,
  storeZip: "1000000",
  storePrefecture: "東京都",
  storeAddress: "架空区見本町1-2-3",
});

const drawGift = (draw: Random, basketId: number, ordered: number): SocialGift => ({
  number: `${basketId}-sg`,
  inputDueDate: jstDate(ordered + 10 * DAY),
  completed: draw.chance(0.5) ? ordered + draw.int(10, 2880) * MINUTE : null,
  receiverEmailAddress: maskedAddress(draw),
});
