import * as right from "../../../src/desk/ledger/rules/accounts.ts";

/** Wrong on purpose: a product with a new code begins anew, and what was counted and booked stays with the old one. */
export const accountNamed: typeof right.accountNamed = (stocked) =>
  right.accountNamed(stocked.map(({ code }) => ({ code, earlier: [] })));
