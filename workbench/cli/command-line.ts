import { parseArgs } from "node:util";
import { closest } from "./closest.ts";
import type { Command, Options, Values } from "./command-spec.ts";
import type { Option } from "./option.ts";

export interface CommandLine<Declared extends Options> {
  readonly help: boolean;
  readonly values: Values<Declared>;
  /** Empty for a command that takes none. */
  readonly word: string;
}

/** Throws a sentence for what the command does not know or cannot read; `--help` is heard before anything else. */
export function readCommandLine<Declared extends Options>(
  command: Command<Declared>,
  args: readonly string[],
): CommandLine<Declared> {
  const { options } = command;
  const { tokens } = parseArgs({ args: [...args], options: kinds(options), strict: false, tokens: true });
  const typed = tokens.filter(({ kind }) => kind === "option") as Typed[];
  const help = typed.some(({ name }) => name === "help");
  const values = Object.fromEntries(Object.entries(options).map(([name, { fallback }]) => [name, fallback]));
  if (help) return { help, values: values as Values<Declared>, word: "" };
  for (const option of typed) values[option.name] = readValue(option, options);
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  return { help, values: values as Values<Declared>, word: wordOf(command, words) };
}

interface Typed {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

const kinds = (options: Options) => ({
  ...Object.fromEntries(
    Object.entries(options).map(([name, { placeholder }]) => [
      name,
      { type: placeholder === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  ),
  help: { type: "boolean" as const, short: "h" },
});

function readValue({ name, rawName, value, inlineValue }: Typed, options: Options): unknown {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) throw new Error(unknown("option", rawName, [...Object.keys(options), "help"].map(dashed)));
  if (option.placeholder === undefined && value !== undefined) throw new Error(`${rawName} takes no value.`);
  const isLeftOut = value === undefined || (!inlineValue && value.startsWith("-"));
  if (option.placeholder !== undefined && isLeftOut)
    throw new Error(`${rawName} wants a value: ${signature(name, option)}.`);
  try {
    return option.read(value ?? "");
  } catch (error) {
    throw new Error(`${rawName} ${(error as Error).message}`);
  }
}

function wordOf({ name, argument }: Command<Options>, words: readonly string[]): string {
  const [first = "", ...more] = words;
  const [stray] = argument === undefined ? words : more;
  if (stray !== undefined) throw new Error(`${name} takes no "${stray}". Its options are listed by --help.`);
  if (argument === undefined) return "";
  if (first === "") throw new Error(`Name a ${argument.name}: ${argument.words.join(", ")}.`);
  if (!argument.words.includes(first)) throw new Error(unknown(argument.name, first, argument.words));
  return first;
}

function unknown(what: string, typed: string, known: readonly string[]): string {
  const meant = closest(typed, known);
  const guess = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return `There is no ${what} ${typed}.${guess} Known: ${known.join(", ")}.`;
}

const dashed = (name: string): string => `--${name}`;

/** An option as it is typed: `--port N`. */
export const signature = (name: string, { placeholder }: Pick<Option, "placeholder">): string =>
  placeholder === undefined ? dashed(name) : `${dashed(name)} ${placeholder}`;
