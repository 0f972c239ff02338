import { callsIn, textLiteral } from "./function-call.ts";
import { isError, type Value } from "./value.ts";

/** The value of the cell that a reference names; undefined when it is empty or names no single cell. */
export type LookUp = (reference: string) => Value | undefined;

/** What Google says of an error, as far as the formula itself tells; undefined where it has nothing to say, as for =NA(). */
export function errorMessage(error: string, formula: string, lookUp: LookUp): string | undefined {
  return messages[error]?.(formula, lookUp);
}

const messages: Readonly<Record<string, (formula: string, lookUp: LookUp) => string | undefined>> = {
  "#ERROR!": () => "Formula parse error.",
  "#REF!": () => "Reference does not exist.",
  "#NAME?": unknownName,
  "#DIV/0!": divisionByZero,
  "#VALUE!": textOperand,
  "#N/A": missedLookup,
  "#NUM!": (formula) =>
    names(formula).includes("SQRT")
      ? "Function SQRT parameter 1 value is negative. It should be positive or zero."
      : undefined,
};

const names = (formula: string): string[] => callsIn(formula).map(({ name }) => name.toUpperCase());

function unknownName(formula: string): string | undefined {
  const [call] = callsIn(formula);
  if (call !== undefined) return `Unknown function: '${call.name}'.`;
  const name = /[\p{L}_][\p{L}\p{N}_.]*/u.exec(formula)?.[0];
  return name === undefined ? undefined : `Unknown range name: '${name.toUpperCase()}'.`;
}

function divisionByZero(formula: string): string {
  const divides = formula.replaceAll(/"(?:[^"]|"")*"/g, "").includes("/");
  const called = names(formula);
  const average = called.find((name) => name.startsWith("AVERAGE"));
  if (!divides && average) return `Evaluation of function ${average} caused a divide by zero error.`;
  const other = called.find((name) => name === "MOD" || name === "QUOTIENT");
  return `Function ${(!divides && other) || "DIVIDE"} parameter 2 cannot be zero.`;
}

const OPERATORS: Readonly<Record<string, string>> = { "+": "ADD", "-": "MINUS", "*": "MULTIPLY", "/": "DIVIDE" };
const OPERAND = `"(?:[^"]|"")*"|[^-+*/"&=<>(),]+`;

function textOperand(formula: string, lookUp: LookUp): string | undefined {
  const [, left, operator, right] = new RegExp(`^=\\s*(${OPERAND})\\s*([-+*/])\\s*(${OPERAND})$`).exec(formula) ?? [];
  const texts = [left, right].map((operand) => textOf(operand, lookUp));
  const at = texts.findIndex((text) => text !== undefined && Number.isNaN(Number(text)));
  if (operator === undefined || at < 0) return undefined;
  return `Function ${OPERATORS[operator]} parameter ${at + 1} expects number values. But '${texts[at]}' is a text and cannot be coerced to a number.`;
}

function missedLookup(formula: string, lookUp: LookUp): string | undefined {
  const call = callsIn(formula).find(({ name }) => /^(?:[VHX]?LOOKUP|X?MATCH)$/i.test(name));
  const [wanted] = call?.args ?? [];
  if (call === undefined || wanted === undefined) return undefined;
  const value = textLiteral(wanted) ?? lookUp(wanted) ?? wanted;
  return isError(value) ? undefined : `Did not find value '${value}' in ${call.name.toUpperCase()} evaluation.`;
}

function textOf(operand: string | undefined, lookUp: LookUp): string | undefined {
  const trimmed = operand?.trim() ?? "";
  const value = textLiteral(trimmed) ?? lookUp(trimmed);
  return typeof value === "string" ? value : undefined;
}
