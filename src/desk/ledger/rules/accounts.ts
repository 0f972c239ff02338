import { plainCode } from "../../../shop/product-code.ts";
import { spelledLike } from "../../sets/rules/spelled-like.ts";

/** A product of 在庫, with the codes under which the ledger has known it. */
export interface StockedCode {
  readonly code: string;
  readonly earlier: readonly string[];
}

/**
 * The product that a code means, as 在庫 spells it: by its code in any spelling, else by one that it had before. What 在庫
 * does not have keeps its own name; several are undefined.
 */
export function accountNamed(stocked: readonly StockedCode[]): (code: string) => string | undefined {
  const like = spelledLike(stocked.map(({ code }) => code));
  const formerly = formerNames(stocked);
  const known = new Map<string, string | undefined>();
  return (code) => {
    if (!known.has(code)) known.set(code, found(like(code), formerly(code), code));
    return known.get(code);
  };
}

/** The code that a product has now, by one that it had before. */
export function formerNames(stocked: readonly StockedCode[]): (code: string) => string | undefined {
  const before = new Map<string, string>();
  for (const { code, earlier } of stocked) for (const old of earlier) before.set(plainCode(old), code);
  return (code) => before.get(plainCode(code));
}

const found = ([first, ...more]: readonly string[], former: string | undefined, code: string): string | undefined =>
  first === undefined ? (former ?? code.trim()) : more.length === 0 ? first : undefined;
