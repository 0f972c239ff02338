/** 配送方法 names that RMS offers to shops (rms-api 3.7); a shop may have others. RMS has no call that lists those of a shop. */
export const knownDeliveryMethods: readonly string[] = [
  "宅配便",
  "小型宅配便",
  "大型宅配便",
  "クール便",
  "メール便",
  "国際配送",
  "コンビニ受取",
  "郵便局受取",
  "ロッカー受取",
  "店頭受取",
  "発送を伴わない",
];
