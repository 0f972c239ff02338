import { cutText, plainText } from "../../core/plain-text.ts";
import { type Cell, isBlank } from "../cell.ts";

/** Who writes what people write. All other writers are jobs. */
export const STAFF = "staff";

/** A column is written by one job, or by people; a commit touches no cell that is not its writer's. */
export interface Column<Value, Writer extends string | null = string | null> {
  readonly header: string;
  /** Null where a formula fills the cells. */
  readonly writer: Writer;
  /** Undefined means that the cell cannot be understood; `expects` then tells people what belongs there. */
  readonly parse: (cell: Cell) => Value | undefined;
  readonly write: (value: Value) => Cell;
  readonly expects: string;
  /** Pixels. */
  readonly width: number;
  /** Explains the column on its header cell. */
  readonly note: string;
  readonly numberFormat?: NumberFormat;
  readonly choices?: readonly string[];
  /** What people may type, where that is no list of choices. */
  readonly validation?: Validation;
  readonly checkbox?: true;
  /** The rows that have a checkbox; all where this is not given. */
  readonly boxed?: Boxed;
  readonly seal?: true;
  readonly staffKey?: true;
  readonly formerly?: readonly string[];
  /** Rows have different values in it, so that one which turns up in another row has come from there. */
  readonly distinct?: true;
  /** Part of the key since a later version: rows from before it have none, and are meant as they are. */
  readonly laterKey?: true;
  readonly formula?: string;
  readonly formerFormulas?: readonly string[];
  readonly takesOver?: string;
  readonly formerHeaders?: readonly string[];
  readonly personal?: Personal;
  /** Nothing for people to see: the column comes hidden, and whoever shows it may. */
  readonly hidden?: true;
  /** Its texts name a row of a sheet (`linkText`) and lead there. */
  readonly link?: true;
}

export interface Boxed {
  /** The columns that tell. */
  readonly by: readonly string[];
  readonly when: (cell: (name: string) => Cell) => boolean;
}

/** What people may type into a column. Google checks it as they do, and neither what jobs write nor what stands there already. */
export interface Validation {
  /**
   * Holds for what may stand in a cell: without its "=", {name} for a column's cell in the row, {name:all} for the whole column, which
   * costs a look at it each time that somebody types.
   */
  readonly holds: string;
  /** What else is typed is refused; otherwise it stands there, with a mark. */
  readonly refuses?: true;
  /** Said then, whatever of it does not hold. */
  readonly message: string;
}

/**
 * What a column holds of buyers and addressees. "data": their names, addresses, numbers and words; pickers may hide it.
 * "mentions": what people work with and such data may stand in as well; it stays in sight. Neither outlives its retention.
 */
export type Personal = "data" | "mentions";

export interface NumberFormat {
  readonly type: "TEXT" | "NUMBER" | "DATE" | "DATE_TIME";
  readonly pattern: string;
}

interface Options<Writer extends string> extends Pick<Column<never>, "hidden" | "validation"> {
  readonly writer: Writer;
  readonly note: string;
  readonly width?: number;
}

interface TextOptions<Writer extends string> extends Options<Writer> {
  readonly choices?: readonly string[];
  readonly distinct?: true;
  readonly laterKey?: true;
  /** What it was called in earlier versions: set-up brings the name up to date, and the column stays where people have it. */
  readonly formerHeaders?: readonly string[];
  readonly personal?: Personal;
}

/** A cell holds 50,000 characters at most; one more and Sheets refuses the whole commit. */
const LONGEST_TEXT = 50_000;
const CUT = "…（以下省略）";

export const text = <const Writer extends string>(
  header: string,
  options: TextOptions<Writer>,
): Column<string, Writer> => ({
  width: 100,
  ...options,
  header,
  expects: "文字列",
  numberFormat: { type: "TEXT", pattern: "@" },
  parse: (cell) => (cell === null ? "" : String(cell)),
  write: (value) => cutText(plainText(value), LONGEST_TEXT, CUT),
});

const numeric: Omit<Column<number | null>, "header" | "writer" | "note"> = {
  width: 80,
  expects: "数値",
  numberFormat: { type: "NUMBER", pattern: "#,##0" },
  parse: (cell) => (isBlank(cell) ? null : typeof cell === "number" ? cell : undefined),
  write: (value) => value,
};

export const number = <const Writer extends string>(
  header: string,
  options: Options<Writer>,
): Column<number | null, Writer> => ({ ...numeric, ...options, header });

/** Japanese wall time as a serial number. */
export const dateTime = <const Writer extends string>(
  header: string,
  options: Options<Writer>,
): Column<number | null, Writer> => ({
  ...number(header, { width: 130, ...options }),
  expects: "日時（例: 2026/11/24 10:30）",
  numberFormat: { type: "DATE_TIME", pattern: "yyyy/mm/dd hh:mm" },
});

export const date = <const Writer extends string>(
  header: string,
  options: Options<Writer>,
): Column<number | null, Writer> => ({
  ...number(header, { width: 100, ...options }),
  expects: "日付（例: 2026/11/24）",
  numberFormat: { type: "DATE", pattern: "yyyy/mm/dd" },
});

interface CheckboxOptions {
  readonly note: string;
  readonly boxed?: Boxed;
}

/** Ticked or not, by people; an empty cell is not ticked, as it looks. */
export const checkbox = (header: string, options: CheckboxOptions): Column<boolean, typeof STAFF> => ({
  ...options,
  header,
  writer: STAFF,
  width: 80,
  expects: "チェックの有無",
  checkbox: true,
  parse: (cell) => (isBlank(cell) ? false : typeof cell === "boolean" ? cell : undefined),
  write: (value) => value,
});

interface ChoiceOptions<Value, Writer extends string> extends Options<Writer> {
  readonly labels: readonly string[];
  readonly labelFor: (value: Value) => string;
  /** Undefined for what is no label; may be more patient with spellings than the list. */
  readonly valueFor: (label: string) => Value | undefined;
  readonly expects: string;
}

/** One of a few values, shown and chosen by its label; null where the cell is empty. */
export const choice = <Value, const Writer extends string>(
  header: string,
  { labels, labelFor, valueFor, ...options }: ChoiceOptions<Value, Writer>,
): Column<Value | null, Writer> => ({
  width: 160,
  ...options,
  header,
  choices: labels,
  parse: (cell) => (isBlank(cell) ? null : valueFor(String(cell))),
  write: (value) => (value === null ? null : labelFor(value)),
});

/** Hidden in the sheet: proves that the cells of one writer in a row are still what that writer wrote there. */
export const seal = <const Writer extends string>(
  options: Pick<Options<Writer>, "writer">,
  header = "照合",
): Column<string, Writer> & { readonly seal: true } => ({
  ...text(header, { note: "取込内容の照合用。編集しないでください。", width: 60, ...options }),
  seal: true,
});

interface StaffKeyOptions {
  /**
   * The columns that it covered in an earlier version, in their order then, where those are other or more than now: marks of
   * that version tell of them, and stand for the keys of the other blocks too until a commit has written these.
   */
  readonly formerly?: readonly string[];
}

/**
 * Hidden among the columns of people, and moved along with their cells when somebody sorts, pastes or shifts only those:
 * a commit sees by it whose cells they are, and puts them back. Nobody writes it but commits. It covers the columns of people
 * that are declared beside it, up to the next column of a job; where those stand in several places, each has a key of its own.
 */
export const staffKey = (
  header = "照合（作業）",
  options: StaffKeyOptions = {},
): Column<string, typeof STAFF> & { readonly staffKey: true } => ({
  ...text(header, { note: "入力欄がどの行のものかを示す照合用。編集しないでください。", width: 60, writer: STAFF }),
  ...options,
  staffKey: true,
});

/** Leads to a row of a sheet. Without the format of texts, which would show the formula behind it. */
export function link<const Writer extends string>(header: string, options: Options<Writer>): Column<string, Writer> {
  const { numberFormat: _, ...column } = text(header, options);
  return { ...column, link: true };
}

interface FormulaOptions extends Omit<Options<string>, "writer"> {
  /** Without its "=", and with {name} for the cell of another column in the same row. */
  readonly formula: string;
  /** What it was in earlier versions: set-up brings cells that still have it up to date. */
  readonly formerFormulas?: readonly string[];
  /**
   * The column of a job that the formula shows. Nothing but the formula belongs into the cells then: a value there is from
   * before there was one, and moves into that column where that is empty.
   */
  readonly takesOver?: string;
}

type Formula<Value> = Column<Value, null> & { readonly formula: string };

/** Computed by the sheet, in a formula of each row: it follows at once what people type. */
export const formula = (header: string, options: FormulaOptions): Formula<number | null> => ({
  ...numeric,
  ...options,
  header,
  writer: null,
});

/** The same with a text; a cell that is made for texts would show the formula itself. */
export const textFormula = (header: string, options: FormulaOptions): Formula<string> => {
  const { numberFormat, ...column } = text(header, { ...options, writer: "" });
  return { ...column, formula: options.formula, writer: null };
};

/** The same with a time. */
export const dateTimeFormula = (header: string, options: FormulaOptions): Formula<number | null> => ({
  ...dateTime(header, { ...options, writer: "" }),
  formula: options.formula,
  writer: null,
});
