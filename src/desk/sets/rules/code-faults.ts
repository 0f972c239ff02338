import { plainCode } from "../../../shop/product-code.ts";
import { isWreck } from "../../products/rules/excel/excel.ts";
import { originalAmong } from "../../products/rules/excel/original.ts";
import type { SetRows } from "./set-links.ts";
import type { SetFault } from "./set-row.ts";
import { setTexts } from "./set-texts.ts";
import type { SpelledLike } from "./spelled-like.ts";

/** Sets that 商品マスタ has as products, each named once, and parts that are neither there nor sets. */
export function codeFaults(sets: SetRows, products: ReadonlySet<string>, productsLike: SpelledLike): SetFault[] {
  if (products.size === 0) return [];
  const unknown = unknownText(products, productsLike);
  return [...sets].flatMap(([set, rows]) => {
    const faults = rows.flatMap((row): SetFault[] => {
      const reason = sets.has(plainCode(row.partCode)) ? undefined : unknown(row.partCode);
      return reason === undefined ? [] : [{ row, column: "partCode", reason, set }];
    });
    const [row] = rows;
    if (row === undefined || productsLike(row.setCode).length === 0) return faults;
    return [{ row, column: "setCode", reason: setTexts.isProduct, set }, ...faults];
  });
}

/** Nothing of a code that is known, or that is faulty whatever 商品マスタ says. */
function unknownText(products: ReadonlySet<string>, productsLike: SpelledLike): (code: string) => string | undefined {
  const originalOf = originalAmong(products);
  return (code) => {
    const like = productsLike(code);
    if (like.length === 1 || plainCode(code) === "" || isWreck(code)) return undefined;
    if (like.length > 1) return setTexts.several(like);
    const original = originalOf(code);
    return original === undefined ? setTexts.unknown : setTexts.damaged(original);
  };
}
