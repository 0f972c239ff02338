import { CARRIERS } from "../../shop/codes.ts";
import { orderTime } from "../../shop/jst.ts";
import { FULL_RATE, packageMoney, priceTaxIncl } from "../../shop/money.ts";
import type { OrderLine, Person, ShopOrder, ShopPackage } from "../../shop/order.ts";

export const flag = (on: boolean): 0 | 1 => (on ? 1 : 0);
/** An instant that has come, or null. */
export const when = (instant: number | null, now: number): string | null =>
  instant === null || instant > now ? null : orderTime(instant);

export const personModel = (person: Person) => ({
  zipCode1: person.zipCode1,
  zipCode2: person.zipCode2,
  prefecture: person.prefecture,
  city: person.city,
  subAddress: person.subAddress,
  familyName: person.familyName,
  firstName: person.firstName,
  familyNameKana: person.familyNameKana,
  firstNameKana: person.firstNameKana,
  phoneNumber1: person.phoneNumber1,
  phoneNumber2: person.phoneNumber2,
  phoneNumber3: person.phoneNumber3,
});

/** What a social gift shows until its receiver has filled in the address. */
const AWAITING_INPUT: Person = {
  zipCode1: "999",
  zipCode2: "9999",
  prefecture: "入力待ち",
  city: "入力待ち",
  subAddress: "入力待ち",
  familyName: "入力待ち",
  firstName: "入力待ち",
  familyNameKana: "ニュウリョクマチ",
  firstNameKana: "ニュウリョクマチ",
  phoneNumber1: "999",
  phoneNumber2: "9999",
  phoneNumber3: "9999",
};

/** A destination as getOrder answers it at `version`. */
export function packageModel(each: ShopPackage, order: ShopOrder, now: number, version: number) {
  const money = packageMoney(each);
  const awaitingInput = each.socialGift !== null && (each.socialGift.completed ?? Number.POSITIVE_INFINITY) > now;
  return {
    basketId: each.basketId,
    postagePrice: money.postagePrice,
    postageTaxRate: FULL_RATE,
    deliveryPrice: money.deliveryPrice,
    deliveryTaxRate: FULL_RATE,
    ...(version < 8 && { goodsTax: money.goodsTax }),
    goodsPrice: money.goodsPrice,
    totalPrice: money.totalPrice,
    noshi: each.noshi,
    ...(version >= 4 && { defaultDeliveryCompanyCode: each.defaultDeliveryCompanyCode }),
    ...(version >= 9 && { dropOffFlag: flag(each.dropOffLocation !== null), dropOffLocation: each.dropOffLocation }),
    packageDeleteFlag: 0,
    SenderModel: {
      ...personModel(awaitingInput ? AWAITING_INPUT : each.sender),
      isolatedIslandFlag: flag(each.isolatedIsland),
    },
    ItemModelList: each.lines.map((line) => itemModel(line, order, version)),
    ShippingModelList: each.shippings.map((shipping) => ({
      shippingDetailId: shipping.shippingDetailId,
      shippingNumber: shipping.shippingNumber,
      deliveryCompany: shipping.deliveryCompany,
      deliveryCompanyName: CARRIERS.get(shipping.deliveryCompany ?? "") ?? null,
      shippingDate: shipping.shippingDate,
    })),
    DeliveryCvsModel: cvsModel(each),
    ...(version >= 10 && { SocialGiftModel: socialGiftModel(each, now) }),
  };
}

const itemModel = (line: OrderLine, order: ShopOrder, version: number) => ({
  itemDetailId: line.itemDetailId,
  itemName: line.itemName,
  itemId: line.itemId,
  itemNumber: line.itemNumber,
  manageNumber: line.manageNumber,
  price: line.price,
  units: line.units,
  includePostageFlag: flag(line.includePostage),
  includeTaxFlag: flag(line.includeTax),
  includeCashOnDeliveryPostageFlag: flag(line.includeCod),
  selectedChoice: line.selectedChoice,
  pointRate: line.pointRate,
  pointType: line.pointRate > 1 ? 2 : 0,
  inventoryType: line.inventoryType,
  delvdateInfo: line.delvdateInfo,
  restoreInventoryFlag: 0,
  dealFlag: flag(order.flags.deal),
  drugFlag: flag(order.flags.drug),
  deleteItemFlag: 0,
  taxRate: line.taxRate,
  priceTaxIncl: priceTaxIncl(line),
  ...(version >= 4 && { isSingleItemShipping: line.singleItemShipping }),
  ...(version >= 7 && { SkuModelList: line.sku === null ? [] : [{ ...line.sku }] }),
});

const cvsModel = ({ cvs }: ShopPackage) =>
  cvs === null
    ? null
    : {
        cvsCode: cvs.cvsCode,
        storeGenreCode: null,
        storeCode: cvs.storeCode,
        storeName: cvs.storeName,
        storeZip: cvs.storeZip,
        storePrefecture: cvs.storePrefecture,
        storeAddress: cvs.storeAddress,
        areaCode: null,
        depo: null,
        openTime: "00:00",
        closeTime: "24:00",
        cvsRemarks: null,
      };

const socialGiftModel = ({ socialGift }: ShopPackage, now: number) =>
  socialGift === null
    ? null
    : {
        sgMngNumber: socialGift.number,
        inputDueDate: socialGift.inputDueDate,
        inputFlag: flag(socialGift.completed !== null && socialGift.completed <= now),
        inputCompDatetime: when(socialGift.completed, now),
        receiverEmailAddress: socialGift.receiverEmailAddress,
      };
