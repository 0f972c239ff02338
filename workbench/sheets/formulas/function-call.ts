/** A call within a formula: its name as written, the texts of its arguments, and where it stands. */
export interface FunctionCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly start: number;
  readonly end: number;
}

const pattern = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\p{N}_.]*)\(/gu;

/** Every call of a formula from left to right, those inside others too; what stands in texts and titles is none. */
export const callsIn = (formula: string): FunctionCall[] =>
  [...formula.matchAll(pattern)].flatMap((found) => {
    const name = found[1];
    if (name === undefined) return [];
    const { args, end } = argumentsAt(formula, found.index + found[0].length);
    return [{ name, args, start: found.index, end }];
  });

/** The call that a formula as a whole is. */
export const outerCall = (formula: string): FunctionCall | undefined =>
  callsIn(formula).find(({ start, end }) => start === 1 && end === formula.trimEnd().length);

/** The arguments from behind the opening bracket on; `end` is one past the closing one. */
function argumentsAt(formula: string, from: number): { readonly args: string[]; readonly end: number } {
  const args: string[] = [];
  let depth = 0;
  let start = from;
  for (const { 0: token, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(){},]/g)) {
    const at = from + index;
    if (token === "(" || token === "{") depth++;
    else if (depth > 0 && (token === ")" || token === "}")) depth--;
    else if (depth === 0 && (token === "," || token === ")")) {
      args.push(formula.slice(start, at).trim());
      start = at + 1;
      if (token === ")") return { args: args.length === 1 && args[0] === "" ? [] : args, end: start };
    }
  }
  return { args, end: formula.length };
}

/** The text that a literal such as `"a ""b"""` stands for; undefined for anything else. */
export const textLiteral = (argument: string): string | undefined =>
  /^"(?:[^"]|"")*"$/.test(argument) ? argument.slice(1, -1).replaceAll('""', '"') : undefined;
