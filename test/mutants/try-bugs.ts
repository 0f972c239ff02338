import { closest } from "../../workbench/cli/closest.ts";
import { openCheckout } from "../support/checkout.ts";
import { type Suspect, suspects } from "./judge.ts";

/** Of a hundred bugs, so many have to be found. */
const WANTED = 95;

/** Plants the bugs one by one into a copy of the project, and prints what finds each; false where too few are found. */
export async function tryBugs(chosen: readonly Suspect[]): Promise<boolean> {
  const width = Math.max(...chosen.map(({ name }) => name.length));
  const checkout = openCheckout();
  process.once("exit", () => checkout[Symbol.dispose]());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  let found = 0;
  for (const { name, foundBy } of chosen) {
    const finder = await foundBy(checkout.folder);
    if (finder !== undefined) found++;
    console.log(`${name.padEnd(width)}  ${finder === undefined ? "survived" : `killed by ${finder}`}`);
  }
  const rate = (100 * found) / chosen.length;
  console.log(`killed ${found} of ${chosen.length} (${rate.toFixed(1)} %)`);
  return rate >= WANTED;
}

/** The bugs from the `from`-th on, so many apart. */
export const everyBug = (from: number, every: number): readonly Suspect[] =>
  suspects.filter((_, at) => at + 1 >= from && (at + 1 - from) % every === 0);

export function bugNamed(name: string): Suspect {
  const found = suspects.find((one) => one.name === name);
  if (found !== undefined) return found;
  const near = closest(
    name,
    suspects.map((one) => one.name),
  );
  throw new Error(`There is no bug ${name}.${near === undefined ? "" : ` Did you mean ${near}?`}`);
}
