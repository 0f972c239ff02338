import iconv from "iconv-lite";

export type Encoding = "CP932" | "UTF-8" | "UTF-8 with BOM";
export type LineEnd = "\r\n" | "\n" | "\r";

export interface CsvStyle {
  readonly encoding?: Encoding;
  readonly lineEnd?: LineEnd;
  readonly quoting?: "all" | "needed";
  readonly endsWithLineEnd?: boolean;
}

/** Records as a program writes them to a file; breaks within a cell are written as the line ends are. */
export function csvText(records: readonly (readonly string[])[], style: CsvStyle = {}): string {
  const { lineEnd = "\r\n", quoting = "all", endsWithLineEnd = true } = style;
  const written = (cell: string): string =>
    quoting === "all" || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll("\n", lineEnd)}"` : cell;
  return records.map((cells) => cells.map(written).join(",")).join(lineEnd) + (endsWithLineEnd ? lineEnd : "");
}

export function csvBytes(text: string, encoding: Encoding = "CP932"): Uint8Array<ArrayBuffer> {
  const bytes =
    encoding === "CP932" ? iconv.encode(text, "CP932") : iconv.encode(text, "utf8", { addBOM: encoding !== "UTF-8" });
  return new Uint8Array(bytes);
}

/** A file of RMS with these rows, each with the cells that are of interest; all other columns of the header are blank in it. */
export function csvFile(
  header: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  style: CsvStyle = {},
): Blob {
  const records = rows.map((row) => {
    const strange = Object.keys(row).filter((name) => !header.includes(name));
    if (strange.length > 0) throw new Error(`no column ${strange.join(", ")}`);
    return header.map((name) => row[name] ?? "");
  });
  return new Blob([csvBytes(csvText([header, ...records], style), style.encoding)]);
}

/** What generators that work in slices come to. */
export function finished<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as Result;
  }
}
