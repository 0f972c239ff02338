import type { Line, Order, Package } from "../../src/shop/order.ts";

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
  deliveryInfo: "",
  postageIncluded: false,
  ...given,
});

/** A destination, plain but for what is given. */
export const destination = (given: Partial<Package> = {}): Package => ({
  basketId: 1,
  addressee: {
    name: "見本 太郎",
    kana: "",
    postcode: "100-0000",
    prefecture: "東京都",
    city: "架空区",
    street: "見本町1",
    phone: "000-0000-0000",
  },
  noshi: "",
  goodsPrice: 1000,
  postage: 0,
  codFee: 0,
  dropOff: "",
  island: false,
  rakutenCarrier: "",
  awaiting: null,
  lines: [line()],
  shippingRecords: [],
  ...given,
});

/** An order that awaits shipment, plain but for what is given. */
export const order = (given: Partial<Order> = {}): Order => ({
  number: "123456-20261124-0000000001",
  progress: 300,
  orderedAt: 46350,
  confirmedAt: null,
  orderType: "",
  subStatus: "",
  shopMemo: "",
  cautions: [],
  beingChecked: false,
  payment: { code: 1, name: "クレジットカード" },
  deliveryMethod: "宅配便",
  temperature: "",
  wishedDate: null,
  wishedTerm: 0,
  remarks: "",
  gift: false,
  wrappings: [],
  ordererName: "見本 太郎",
  requestPrice: 1000,
  couponTotal: 0,
  usedPoints: 0,
  nextDay: false,
  sameDay: false,
  packages: [destination()],
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
