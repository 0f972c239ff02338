import { callsIn, outerCall, textLiteral } from "./function-call.ts";

/** The formula for an engine that knows no HYPERLINK: in its place stands what the cell shows, the label or else the address. */
export function withoutHyperlinks(formula: string): string {
  const links = callsIn(formula).filter(({ name, args }) => name.toUpperCase() === "HYPERLINK" && args.length > 0);
  return links.reduceRight(
    (text, { name, start, args }) =>
      `${text.slice(0, start)}CHOOSE(${Math.min(2, args.length)},${text.slice(start + name.length + 1)}`,
    formula,
  );
}

/** Where the HYPERLINK that a formula is leads; `lookUp` gives the value of a cell that its first argument names. */
export function hyperlinkOf(formula: string, lookUp: (reference: string) => unknown): string | undefined {
  const call = outerCall(formula);
  const [address] = call?.name.toUpperCase() === "HYPERLINK" ? call.args : [];
  if (address === undefined) return undefined;
  const value = textLiteral(address) ?? lookUp(address);
  return typeof value === "string" && value !== "" ? value : undefined;
}
