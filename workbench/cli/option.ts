/** The kinds of options that commands have: what the help says of one, and how what was typed is read. */
export interface Option<Value = unknown> {
  /** Stands in the help for what is typed behind the name; a switch has none. */
  readonly placeholder?: string;
  readonly help: string;
  readonly fallback: Value;
  /** Throws what it wants instead, to be read behind the option's name. */
  readonly read: (text: string) => Value;
}

export const text = <Fallback extends string | undefined>(
  placeholder: string,
  help: string,
  fallback: Fallback,
): Option<string | Fallback> => ({ placeholder, help, fallback, read: (typed) => typed });

export const wholeNumber = (help: string, fallback: number): Option<number> => ({
  placeholder: "N",
  help,
  fallback,
  read: (typed) => numberIn(typed, /^\d{1,7}$/.test(typed), "a whole number"),
});

export const positive = (help: string, fallback: number): Option<number> => ({
  placeholder: "N",
  help,
  fallback,
  read: (typed) => numberIn(typed, Number(typed) > 0 && Number.isFinite(Number(typed)), "a number above 0"),
});

export const port = (fallback: number): Option<number> => ({
  placeholder: "N",
  help: "port to listen on; 0 takes a free one",
  fallback,
  read: (typed) =>
    numberIn(typed, /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535, "a whole number from 0 to 65535"),
});

export const wholeNumbers = (help: string, fallback: readonly number[]): Option<readonly number[]> => ({
  placeholder: "LIST",
  help,
  fallback,
  read: (typed) =>
    typed.split(",").map((part) => numberIn(part, /^\d{1,7}$/.test(part), "whole numbers with commas between")),
});

export const flag = (help: string): Option<boolean> => ({ help, fallback: false, read: () => true });

function numberIn(typed: string, fits: boolean, wanted: string): number {
  if (!fits) throw new Error(`wants ${wanted}, not "${typed}".`);
  return Number(typed);
}
