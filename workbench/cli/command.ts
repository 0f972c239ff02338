import { readCommandLine } from "./command-line.ts";
import type { Command, Options, Values } from "./command-spec.ts";
import { helpText } from "./help-text.ts";

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
