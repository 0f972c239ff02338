import * as z from "zod/mini";
import { shippingModels } from "./shipping-records.ts";

/** The fields of getOrder's OrderModel that we use; unknown ones are left out, and RMS writes null for what is missing (rms-api 3). */
export const text = z.nullish(z.string());
/** Also where it comes as text, as RMS has it elsewhere. */
export const count = z.union([
  z.number(),
  z.pipe(
    z.string().check(z.regex(/^-?\d+$/)),
    z.transform((digits: string) => Number(digits)),
  ),
]);
const nothing = z.pipe(
  z.literal(""),
  z.transform(() => null),
);
const amount = z.nullish(z.union([count, nothing]));
export const flag = amount;
export const code = amount;

const sku = z.object({ variantId: text, merchantDefinedSkuId: text, skuInfo: text });

const item = z.object({
  itemDetailId: count,
  itemName: z.string(),
  itemNumber: text,
  manageNumber: z.string(),
  units: count,
  price: amount,
  priceTaxIncl: amount,
  selectedChoice: text,
  delvdateInfo: text,
  includePostageFlag: flag,
  deleteItemFlag: flag,
  SkuModelList: z.nullish(z.array(sku)),
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

const sender = z.object({ ...person, isolatedIslandFlag: flag });

/** コンビニ受取 and 郵便局受取 only. */
const store = z.nullish(
  z.object({
    cvsCode: code,
    storeCode: text,
    storeName: text,
    storeZip: text,
    storePrefecture: text,
    storeAddress: text,
  }),
);

const destination = z.object({
  basketId: count,
  goodsPrice: amount,
  postagePrice: amount,
  deliveryPrice: amount,
  noshi: text,
  /** Read whatever it is: no order is lost for it. */
  defaultDeliveryCompanyCode: z.optional(z.unknown()),
  dropOffFlag: flag,
  dropOffLocation: text,
  SocialGiftModel: z.nullish(z.object({ inputFlag: flag, inputDueDate: text })),
  packageDeleteFlag: flag,
  SenderModel: sender,
  DeliveryCvsModel: store,
  ItemModelList: z.array(item),
  ShippingModelList: shippingModels,
});

const wrapping = z.nullish(z.object({ title: count, name: text, deleteWrappingFlag: flag }));

export const orderSchema = z.object({
  orderNumber: z.string(),
  orderProgress: count,
  orderDatetime: z.string(),
  shopOrderCfmDatetime: text,
  subStatusId: code,
  subStatusName: text,
  orderType: code,
  memo: text,
  cautionDisplayType: code,
  cautionDisplayDetailType: code,
  rakutenConfirmFlag: flag,
  deliveryDate: text,
  shippingTerm: code,
  remarks: text,
  giftCheckFlag: flag,
  deliveryCertPrgFlag: flag,
  oneDayOperationFlag: flag,
  requestPrice: amount,
  couponAllTotalPrice: amount,
  PointModel: z.nullish(z.object({ usedPoint: amount })),
  OrdererModel: z.object(person),
  SettlementModel: z.nullish(z.object({ settlementMethodCode: code, settlementMethod: text })),
  DeliveryModel: z.nullish(z.object({ deliveryName: text, deliveryClass: code })),
  WrappingModel1: wrapping,
  WrappingModel2: wrapping,
  PackageModelList: z.array(destination),
});

export type OrderModel = z.infer<typeof orderSchema>;
export type PackageModel = z.infer<typeof destination>;
export type ItemModel = z.infer<typeof item>;
export type PersonModel = z.infer<typeof sender>;
