import Papa from "papaparse";

/** A record of a CSV. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /**
   * broken: its quotes are wrong; the first line alone is taken, and reading goes on behind it. open: the text ends
   * with it, and with no line end; it may have been cut off.
   */
  readonly state: "whole" | "broken" | "open";
}

/** Reads records from text that comes in slices, whatever its line ends; a break inside quotes reads as a line feed. */
export function recordReader() {
  let pending = "";
  /** A carriage return at the end of a slice may be half of a line end. */
  let held = "";
  const add = (text: string, isLast: boolean) => {
    const whole = held + text;
    held = !isLast && whole.endsWith("\r") ? "\r" : "";
    pending += (held === "" ? whole : whole.slice(0, -1)).replace(/\r\n?/g, "\n");
  };
  const take = (isLast: boolean): CsvRecord[] => {
    const { records, left } = recordsIn(pending, isLast);
    pending = left;
    return records;
  };
  return {
    read(text: string): CsvRecord[] {
      add(text, false);
      return take(false);
    },
    end(): CsvRecord[] {
      add("", true);
      const isOpen = pending !== "" && !pending.endsWith("\n");
      if (isOpen) pending += "\n";
      const records = take(true);
      const last = records.length - 1;
      return records.map((one, at) =>
        isOpen && at === last && one.state === "whole" ? { ...one, state: "open" } : one,
      );
    },
  };
}

function recordsIn(text: string, isLast: boolean): { readonly records: CsvRecord[]; readonly left: string } {
  const records: CsvRecord[] = [];
  let left = text;
  for (;;) {
    const { data, errors, meta } = parse(left);
    const bad = errors.map(({ row }) => row).find((row) => row < data.length);
    for (const cells of data.slice(0, bad)) records.push({ cells, state: "whole" });
    if (bad === undefined) {
      left = left.slice(meta.cursor);
      // What is still open at the end of the file was never closed.
      if (!isLast || left === "") return { records, left };
    } else if (bad > 0) left = left.slice(parse(left, bad).meta.cursor);
    const end = left.indexOf("\n");
    records.push({ cells: left.slice(0, end).split(","), state: "broken" });
    left = left.slice(end + 1);
  }
}

interface Parsed {
  readonly data: string[][];
  /** Of wrong quotes, each with the record in which they are. */
  readonly errors: readonly { readonly row: number }[];
  /** Where the first record begins that is not among `data`. */
  readonly meta: { readonly cursor: number };
}

/** All records that are complete, or so many of them. */
const parse = (text: string, preview = 0): Parsed =>
  new Papa.Parser({ delimiter: ",", newline: "\n", preview }).parse(text, 0, true);
