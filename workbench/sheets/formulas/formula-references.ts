import { quoteTitle } from "../book/a1.ts";
import { columnIndex, columnName } from "../book/column-name.ts";

/** One side of a reference; an undefined index is an open side, as in A:A. */
interface Corner {
  readonly column?: number;
  readonly row?: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

interface Reference {
  /** The sheet's title as written, undefined for the formula's own sheet. */
  readonly title?: string;
  readonly corners: readonly Corner[];
}

/** Strings are matched first so that what looks like a reference inside them is left alone. */
const pattern =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}(?:\$?\d+)?)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(!.])/gu;

/** Rewrites every reference of a formula; undefined turns a reference into #REF!. */
function rewrite(formula: string, change: (reference: Reference) => Reference | undefined): string {
  return formula.replace(pattern, (whole: string, prefix: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return whole;
    const title = prefix === undefined ? undefined : titleOf(prefix);
    const reference = { ...(title === undefined ? {} : { title }), corners: cells.split(":").map(cornerOf) };
    const changed = change(reference);
    if (changed === reference) return whole;
    const sheet =
      changed?.title === undefined ? "" : changed.title === title ? prefix : `${quoteTitle(changed.title)}!`;
    return changed === undefined ? "#REF!" : `${sheet}${changed.corners.map(cornerText).join(":")}`;
  });
}

const titleOf = (prefix: string): string => {
  const title = prefix.slice(0, -1);
  return title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;
};

function cornerOf(text: string): Corner {
  const [, columnFixed, column, rowFixed, row] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  return {
    columnFixed: columnFixed === "$" && column !== "",
    // In "$5" the dollar belongs to the row.
    rowFixed: rowFixed === "$" || (columnFixed === "$" && column === ""),
    ...(column ? { column: columnIndex(column) } : {}),
    ...(row ? { row: Number(row) - 1 } : {}),
  };
}

const cornerText = ({ column, row, columnFixed, rowFixed }: Corner): string =>
  (column === undefined ? "" : `${columnFixed ? "$" : ""}${columnName(column)}`) +
  (row === undefined ? "" : `${rowFixed ? "$" : ""}${row + 1}`);

/** The references of a formula to single cells, as written. */
export const singleCells = (formula: string): string[] =>
  [...formula.matchAll(pattern)].flatMap(([whole, , cells]) =>
    cells === undefined || cells.includes(":") ? [] : [whole],
  );

/** The columns that a formula reads, by the title of their sheet, undefined being its own; undefined where only its evaluation tells. */
export function columnsBySheet(formula: string): ReadonlyMap<string | undefined, ReadonlySet<number>> | undefined {
  const columns = new Map<string | undefined, Set<number>>();
  let told = !/\b(INDIRECT|OFFSET)\(/i.test(formula);
  rewrite(formula, (reference) => {
    const { title, corners } = reference;
    const [first, last = first] = corners;
    told &&= first?.column !== undefined;
    const own = columns.get(title) ?? new Set();
    for (let column = first?.column ?? 0; column <= (last?.column ?? -1); column++) own.add(column);
    columns.set(title, own);
    return reference;
  });
  return told ? columns : undefined;
}

/** The columns that a formula reads; undefined where it reads another sheet, or what only its evaluation tells. */
export function columnsOf(formula: string): ReadonlySet<number> | undefined {
  const columns = columnsBySheet(formula);
  return columns && [...columns.keys()].every((title) => title === undefined)
    ? (columns.get(undefined) ?? new Set())
    : undefined;
}

/** The formula as it reads when its cell is copied by so many rows and columns: relative references follow. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewrite(formula, (reference) => {
    const corners = reference.corners.map((corner) => ({
      ...corner,
      ...(corner.row === undefined || corner.rowFixed ? {} : { row: corner.row + rows }),
      ...(corner.column === undefined || corner.columnFixed ? {} : { column: corner.column + columns }),
    }));
    const lost = corners.some(({ row, column }) => (row ?? 0) < 0 || (column ?? 0) < 0);
    return lost ? undefined : { ...reference, corners };
  });
}

/** Where a span of rows or columns comes to lie after a change of the grid; undefined when all of it is gone. */
export type SpanMap = (start: number, end: number) => readonly [number, number] | undefined;

/**
 * The formula after rows or columns of the sheet called `title` were inserted, deleted or moved. Where many cells share the
 * formula, its relative references are those of whichever cell asks, and only `fixed` ones follow.
 */
export function adjustFormula(
  formula: string,
  refersTo: (title: string | undefined) => boolean,
  side: "row" | "column",
  map: SpanMap,
  fixed = false,
): string {
  return rewrite(formula, (reference) => {
    const [first, last = first] = reference.corners;
    if (!refersTo(reference.title) || first?.[side] === undefined) return reference;
    if (fixed && !first[`${side}Fixed`]) return reference;
    const start = first[side];
    const end = last?.[side];
    // B2:B reaches down to the end of the sheet, wherever that is.
    const span = map(start, end === undefined ? Number.POSITIVE_INFINITY : end + 1);
    if (span === undefined) return undefined;
    const corners = reference.corners.map((corner, i) =>
      corner[side] === undefined ? corner : { ...corner, [side]: i === 0 ? span[0] : span[1] - 1 },
    );
    return { ...reference, corners };
  });
}

/** The formula with other titles, and with ranges such as B2:B closed at a last row, for an engine that has none open. */
export const translate = (formula: string, rows: number, titleOf: (title: string) => string): string =>
  rewrite(formula, (reference) => {
    const [first, last] = reference.corners;
    const open = first?.row !== undefined && last !== undefined && last.row === undefined;
    return {
      corners: open ? [first, { ...last, row: rows - 1, rowFixed: true }] : reference.corners,
      ...(reference.title === undefined ? {} : { title: titleOf(reference.title) }),
    };
  });

/** The formula with a range written out wherever its name stands, except within texts. */
export const replaceName = (formula: string, name: string, range: string): string =>
  formula.replace(
    new RegExp(`"(?:[^"]|"")*"|(?<![\\p{L}\\p{N}_.'])${name.replaceAll(".", "\\.")}(?![\\p{L}\\p{N}_.(!'])`, "giu"),
    (found) => (found.startsWith('"') ? found : range),
  );

/** The formula after a sheet got another title. */
export const renameInFormula = (formula: string, from: string, to: string): string =>
  rewrite(formula, (reference) =>
    reference.title?.toLowerCase() === from.toLowerCase() ? { ...reference, title: to } : reference,
  );

/** What a formula that reads only cells of its own row reads, and its text as it stands in the first row; else undefined. */
export function withinRow(
  formula: string,
  row: number,
): { readonly formula: string; readonly columns: readonly number[] } | undefined {
  const columns = new Set<number>();
  let within = !/\b(INDIRECT|OFFSET)\(/i.test(formula);
  const text = rewrite(formula, (reference) => {
    const { title, corners } = reference;
    const [first, last = first] = corners;
    within &&= title === undefined && corners.every((corner) => corner.row === row && !corner.rowFixed);
    for (let column = first?.column ?? 0; column <= (last?.column ?? -1); column++) columns.add(column);
    return { ...reference, corners: corners.map((corner) => ({ ...corner, row: 0 })) };
  });
  return within ? { formula: text, columns: [...columns] } : undefined;
}
