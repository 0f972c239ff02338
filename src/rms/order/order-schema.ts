import * as v from "valibot";

/** The fields of getOrder's OrderModel that we use; unknown ones are left out, and RMS writes null for what is missing (rms-api 3). */
const text = v.nullish(v.string());
const count = v.number();
const amount = v.nullish(v.number());
const flag = v.nullish(v.number());
const code = v.nullish(v.number());

const sku = v.object({ variantId: text, merchantDefinedSkuId: text, skuInfo: text });

const item = v.object({
  itemDetailId: v.number(),
  itemName: v.string(),
  itemNumber: text,
  manageNumber: v.string(),
  units: count,
  price: amount,
  priceTaxIncl: amount,
  selectedChoice: text,
  includePostageFlag: flag,
  deleteItemFlag: flag,
  SkuModelList: v.nullish(v.array(sku)),
});

const person = {
  zipCode1: text,
  zipCode2: text,
  prefecture: text,
  city: text,
  subAddress: text,
  familyName: text,
  firstName: text,
  familyNameKana: text,
  firstNameKana: text,
  phoneNumber1: text,
  phoneNumber2: text,
  phoneNumber3: text,
};

const sender = v.object({
  ...person,
  familyName: v.string(),
  prefecture: v.string(),
  city: v.string(),
  subAddress: v.string(),
  isolatedIslandFlag: flag,
});

/** コンビニ受取 and 郵便局受取 only. */
const store = v.nullish(
  v.object({
    cvsCode: code,
    storeCode: text,
    storeName: text,
    storeZip: text,
    storePrefecture: text,
    storeAddress: text,
  }),
);

const destination = v.object({
  basketId: v.number(),
  goodsPrice: amount,
  postagePrice: amount,
  deliveryPrice: amount,
  noshi: text,
  dropOffFlag: flag,
  dropOffLocation: text,
  SocialGiftModel: v.nullish(v.object({ inputFlag: flag, inputDueDate: text })),
  packageDeleteFlag: flag,
  SenderModel: sender,
  DeliveryCvsModel: store,
  ItemModelList: v.array(item),
});

const wrapping = v.nullish(v.object({ title: v.number(), name: text, deleteWrappingFlag: flag }));

export const orderSchema = v.object({
  orderNumber: v.string(),
  orderProgress: v.number(),
  orderDatetime: v.string(),
  shopOrderCfmDatetime: text,
  deliveryDate: text,
  shippingTerm: code,
  remarks: text,
  giftCheckFlag: flag,
  deliveryCertPrgFlag: flag,
  oneDayOperationFlag: flag,
  requestPrice: amount,
  OrdererModel: v.object(person),
  SettlementModel: v.nullish(v.object({ settlementMethodCode: code, settlementMethod: text })),
  DeliveryModel: v.nullish(v.object({ deliveryName: text, deliveryClass: code })),
  WrappingModel1: wrapping,
  WrappingModel2: wrapping,
  PackageModelList: v.array(destination),
});

export type PackageModel = v.InferOutput<typeof destination>;
export type ItemModel = v.InferOutput<typeof item>;
export type PersonModel = v.InferOutput<typeof sender>;
