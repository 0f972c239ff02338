import { knownPaymentMethods } from "../../../shop/payment-method.ts";

/** No code of RMS: its orders have the default target. */
const UNKNOWN = 0;

/** Finds the code of a payment method by its name on the list. `names` are those of 支払方法マスタ, by their codes. */
export function paymentCodes(names: ReadonlyMap<number, string>): (name: string) => number {
  const codes = new Map(knownPaymentMethods.map(({ code, name }) => [name, code]));
  for (const [code, name] of names) if (name !== "") codes.set(name, code);
  return (name) => codes.get(name) ?? UNKNOWN;
}
