/** What a text typed into a drop-down cell means. */
import type { Typed } from "./gestures.ts";

export interface Choice {
  readonly options: readonly string[];
  /** Nothing but an entry may be in the cell. */
  readonly strict: boolean;
}

/** Full and half width, upper and lower case are not told apart by who types. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

/** The entries that a text may stand for, those that begin with it first. */
export function matching(options: readonly string[], text: string): readonly string[] {
  const typed = folded(text);
  const beginning = options.filter((option) => folded(option).startsWith(typed));
  return [...beginning, ...options.filter((option) => !beginning.includes(option) && folded(option).includes(typed))];
}

/** The entry that is meant; undefined for an empty text and for one that no entry holds. */
export function meant(options: readonly string[], text: string): string | undefined {
  if (text.trim() === "") return undefined;
  return options.find((option) => option === text) ?? matching(options, text)[0];
}

/** What is stored for what was typed into a cell with this choice; undefined where that may not be in it. */
export function accepted({ options, strict }: Choice, { text, completed }: Typed): string | undefined {
  const entry = completed ? meant(options, text) : options.find((option) => option === text);
  const free = !strict || text.trim() === "" || text.startsWith("=");
  return entry ?? (free ? text : undefined);
}
