import { signature } from "./command-line.ts";
import type { Command, Options } from "./command-spec.ts";
import { flag, type Option } from "./option.ts";

/** What --help prints, in the same shape for every command. */
export function helpText({ name, does, options, argument, notes }: Command<Options>): string {
  const usage = argument === undefined ? name : `${name} -- <${argument.name}>`;
  const lines = Object.entries({ ...options, help: flag("shows this text") }).map(line);
  const width = Math.max(...lines.map(([typed]) => typed.length));
  return [
    `${usage}: ${does}`,
    ...(argument === undefined ? [] : [`${argument.name}s: ${argument.words.join(", ")}`]),
    lines.map(([typed, help]) => `  ${typed.padEnd(width)}   ${help}`).join("\n"),
    ...(notes === undefined ? [] : [notes]),
  ]
    .join("\n\n")
    .concat("\n");
}

const line = ([name, option]: [string, Option]): [string, string] => [
  signature(name, option),
  option.help + (isTold(option) ? ` (default ${option.fallback})` : ""),
];

const isTold = ({ placeholder, fallback }: Option): boolean =>
  placeholder !== undefined && fallback !== undefined && String(fallback) !== "";
