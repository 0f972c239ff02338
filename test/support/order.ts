import type { Line } from "../../src/shop/order.ts";

/** A line of an order, plain but for what is given. */
export const line = (given: Partial<Line> = {}): Line => ({
  detailId: 1,
  manageNumber: "item-1",
  itemNumber: "",
  variantId: "sku-1",
  merchantSkuId: "",
  name: "見本品",
  variation: "",
  choice: "",
  units: 2,
  price: 500,
  postageIncluded: false,
  ...given,
});

/** Where a parcel is picked up, as RMS tells it in DeliveryCvsModel (rms-api 3.7). */
export const store = {
  cvsCode: 50,
  storeCode: "012345",
  storeName: "架空店",
  storeZip: "1000001",
  storePrefecture: "東京都",
  storeAddress: "架空区店前町9",
};
