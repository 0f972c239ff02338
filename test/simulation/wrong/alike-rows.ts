import * as right from "../../../src/desk/ledger/rules/typed-rows.ts";

export const { memoText } = right;

/** Wrong on purpose: rows that say the same are taken for one. */
export const typedDrafts: typeof right.typedDrafts = (rows, ...others) => {
  const byText = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return right.typedDrafts([...byText.values()], ...others);
};
