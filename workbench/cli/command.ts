import { readCommandLine } from "./command-line.ts";
import { helpText } from "./help-text.ts";
import type { Option } from "./option.ts";

export type Options = Readonly<Record<string, Option>>;

/** All that one command of the project takes. */
export interface Command<Declared extends Options = Options> {
  /** As it is typed. */
  readonly name: string;
  /** Read behind its name. */
  readonly does: string;
  readonly options: Declared;
  /** The one word that it cannot do without, and the words that it may be. */
  readonly argument?: { readonly name: string; readonly words: readonly string[] };
  readonly notes?: string;
}

export type Values<Declared extends Options> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Option<infer Value> ? Value : never;
};

/** Explains the command or does its work. What it cannot do it says in one line, with exit code 1. */
export async function runCommand<Declared extends Options>(
  command: Command<Declared>,
  work: (values: Values<Declared>, word: string) => Promise<void>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  try {
    const { help, values, word } = readCommandLine(command, args);
    if (help) process.stdout.write(helpText(command));
    else await work(values, word);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
