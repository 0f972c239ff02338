import { groupedBy } from "../../../core/grouped.ts";
import { plainCode } from "../../../shop/product-code.ts";

export type SpelledLike = (typed: string) => readonly string[];

/**
 * Finds the codes that a typed one may mean, whatever its spelling: several where the shop has codes that differ in spelling
 * alone, and the one that is typed exactly.
 */
export function spelledLike(codes: Iterable<string>): SpelledLike {
  const alike = groupedBy(codes, plainCode);
  return (typed) => {
    const found = alike.get(plainCode(typed)) ?? [];
    const exact = found.filter((code) => code.trim() === typed.trim());
    return exact.length === 1 ? exact : found;
  };
}
