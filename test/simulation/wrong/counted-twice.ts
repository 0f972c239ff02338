import * as right from "../../../src/desk/stock/rules/asking-order.ts";

/** Wrong on purpose: an order that is on the list and that the shop's search brings is counted for each. */
export const askingOrder: typeof right.askingOrder = (searched, open, listed) => {
  const { numbers, unlisted } = right.askingOrder(searched, open, listed);
  return { numbers: [...numbers, ...open.filter((number) => searched.includes(number))], unlisted };
};
