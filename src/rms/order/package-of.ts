import { carrierOfLabel } from "../../shop/carrier.ts";
import { type Addressee, AWAITED, type Line, type Package, PICKUP } from "../../shop/order.ts";
import type { ItemModel, PackageModel, PersonModel } from "./order-schema.ts";
import { DELETED, hyphened, joined, price, serial } from "./parts.ts";
import { shippingRecordsOf } from "./shipping-records.ts";
import { skusOf } from "./skus.ts";
import { storeOf } from "./store-of.ts";

const DROP_OFF = "置き配";

/** One destination of an order in our words. */
export function packageOf(model: PackageModel): Package {
  const store = storeOf(model.DeliveryCvsModel);
  return {
    basketId: model.basketId,
    addressee: { ...addresseeOf(model.SenderModel), ...store },
    noshi: model.noshi ?? "",
    goodsPrice: price(model.goodsPrice),
    postage: price(model.postagePrice),
    codFee: price(model.deliveryPrice),
    dropOff: store ? PICKUP : model.dropOffFlag === 1 ? model.dropOffLocation || DROP_OFF : "",
    island: model.SenderModel.isolatedIslandFlag === 1,
    rakutenCarrier: carrierOfLabel(String(model.defaultDeliveryCompanyCode)) ?? "",
    awaiting: awaitingOf(model),
    lines: model.ItemModelList.filter((item) => item.deleteItemFlag !== DELETED).flatMap(linesOf),
    shippingRecords: shippingRecordsOf(model.ShippingModelList),
  };
}

function awaitingOf({ SocialGiftModel: gift, SenderModel }: PackageModel): Package["awaiting"] {
  const awaits = gift?.inputFlag === 0 || SenderModel.prefecture === AWAITED;
  return awaits ? { until: serial(gift?.inputDueDate) } : null;
}

const addresseeOf = (model: PersonModel): Addressee => ({
  name: joined(model.familyName, model.firstName),
  kana: joined(model.familyNameKana, model.firstNameKana),
  postcode: hyphened(model.zipCode1, model.zipCode2),
  prefecture: model.prefecture ?? "",
  city: model.city ?? "",
  street: model.subAddress ?? "",
  phone: hyphened(model.phoneNumber1, model.phoneNumber2, model.phoneNumber3),
});

const linesOf = (model: ItemModel): Line[] =>
  skusOf(model.SkuModelList).map((sku) => ({
    detailId: model.itemDetailId,
    manageNumber: model.manageNumber,
    itemNumber: model.itemNumber ?? "",
    variantId: sku?.variantId ?? "",
    merchantSkuId: sku?.merchantDefinedSkuId ?? "",
    name: model.itemName,
    variation: sku?.skuInfo ?? "",
    choice: model.selectedChoice ?? "",
    units: model.units,
    price: price(model.priceTaxIncl ?? model.price),
    deliveryInfo: (model.delvdateInfo ?? "").trim(),
    postageIncluded: model.includePostageFlag === 1,
  }));
