/** Tabs of one purpose share a colour. */
export const SHIPPING_TAB = { red: 0.1, green: 0.45, blue: 0.91 };
export const GOODS_TAB = { red: 0.2, green: 0.66, blue: 0.33 };
export const MASTER_TAB = { red: 0.98, green: 0.74, blue: 0.02 };
