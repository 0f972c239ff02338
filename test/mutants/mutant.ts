/** A bug that is planted to see whether anything finds it: one text of one file in place of another. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly before: string;
  readonly after: string;
  /** Where the tests lie that have to find it, beside those that lie as the file does. */
  readonly tests?: readonly string[];
}

/** The file with the bug in it. Throws a sentence where it no longer is what the bug was written for. */
export function planted({ name, file, before, after }: Mutant, source: string): string {
  const found = source.split(before).length - 1;
  if (found !== 1) throw new Error(`${name}: ${file} has "${before}" ${found} times, and not once.`);
  if (before === after) throw new Error(`${name} changes nothing.`);
  // A function as replacement: "$&" in it would otherwise be read as a pattern.
  return source.replace(before, () => after);
}

/** Tests lie as the sources do: those of a feature, of a kit, or of what all of them share. */
export function testsOf({ file, tests = [] }: Pick<Mutant, "file" | "tests">): string[] {
  const [, room = "", feature = ""] = file.split("/");
  return [`test/${room === "desk" ? `desk/${feature}` : room}/`, ...tests];
}
