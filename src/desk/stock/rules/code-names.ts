import { spelledLike } from "../../sets/rules/spelled-like.ts";

/** How product codes of orders are written on the sheets. */
export interface CodeNames {
  /** As 在庫 spells it, else as 商品マスタ does, else the code that its product has since, else as it is. */
  readonly nameOf: (code: string) => string;
  /** The code of 商品マスタ that it means; itself where that is not known. */
  readonly productOf: (code: string) => string;
  /** The codes of 商品マスタ that it may mean: one where it is known. */
  readonly productsLike: (code: string) => readonly string[];
}

/** `formerly` gives the code that a product of 在庫 has now by one that it had before: its orders keep saying the old one. */
export function codeNames(
  stocked: Iterable<string>,
  products: Iterable<string>,
  formerly: (code: string) => string | undefined = () => undefined,
): CodeNames {
  const stockedLike = spelledLike(stocked);
  const productsLike = spelledLike(products);
  const names = new Map<string, string>();
  const only = (found: readonly string[], code: string): string =>
    found.length === 1 ? (found[0] as string) : code.trim();
  const productOf = (code: string): string => only(productsLike(code), code);
  return {
    productsLike,
    productOf,
    nameOf(code) {
      const known = names.get(code);
      if (known !== undefined) return known;
      const product = productOf(code);
      const isKnown = productsLike(code).length > 0 || stockedLike(product).length > 0;
      const name = (isKnown ? undefined : formerly(code)) ?? only(stockedLike(product), product);
      names.set(code, name);
      return name;
    },
  };
}
