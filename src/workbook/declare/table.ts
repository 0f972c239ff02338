import type { Cell } from "../cell.ts";
import { type Column, type Personal, STAFF } from "./column.ts";
import type { Group } from "./group.ts";
import type { Highlight } from "./highlight.ts";
import type { View } from "./view.ts";

// biome-ignore lint/suspicious/noExplicitAny: a table holds columns of every value type, and only `any` lets each keep its own.
export type Columns = Readonly<Record<string, Column<any>>>;

export type ValueOf<C> = C extends Column<infer Value> ? Value : never;
export type RowIn<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> };

/** Rows that an empty sheet starts with. People may change and delete them; only those in `always` come back. */
export interface Seeds<Row extends object = object> {
  readonly rows: readonly Row[];
  readonly always?: readonly Row[];
}

/** A sheet declared once. Reading, writing, set-up and their types all follow from it. */
export interface Table<C extends Columns = Columns, Key extends string = string> {
  readonly sheet: string;
  /** Written by whoever adds a row; afterwards by the writer of the column alone. */
  readonly key: readonly Key[];
  /** Of keys that people type, part by part: what all spellings have in common. */
  readonly plain?: readonly ((part: string) => string)[];
  readonly columns: C;
  /** People have next to nothing to do here: a commit that touches only such sheets needs no second look before it writes. */
  readonly ours?: true;
  /** Nobody has to see it. */
  readonly hidden?: true;
  /** Columns that stay in sight while people scroll to the right; one where this is not given. */
  readonly frozen?: number;
  readonly groups?: readonly Group[];
  /** There is nothing to find in it: people get no filter. */
  readonly unfiltered?: true;
  /** The first that fits a row wins. Formulas keep to functions that the workbench can compute. */
  readonly highlights?: readonly Highlight[];
  /** What people choose instead of sorting. */
  readonly views?: readonly View[];
  readonly seeds?: Seeds;
  readonly tabColor?: { readonly red: number; readonly green: number; readonly blue: number };
}

export const defineTable = <C extends Columns, const Key extends keyof C & string>(
  table: Table<C, Key> & {
    readonly seeds?: Seeds<Partial<RowIn<NoInfer<C>>>>;
    readonly groups?: readonly Group<keyof NoInfer<C> & string>[];
  },
): Table<C, Key> => table;

export const columnOf = (table: Table, name: string): Column<unknown> => {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`${table.sheet} has no column ${name}`);
  return column;
};

export const cellsIn = (table: Table, names: readonly string[], row: object): Map<string, Cell> =>
  new Map(names.map((name) => [name, columnOf(table, name).write((row as Record<string, unknown>)[name])]));

const namesWhere = (table: Table, fits: (column: Column<unknown>, name: string) => boolean): string[] =>
  Object.keys(table.columns).filter((name) => fits(columnOf(table, name), name));

/** What a row of this writer has: the key, and every column that is the writer's. */
export const columnsBy = (table: Table, writer: string): string[] =>
  namesWhere(table, (column, name) => table.key.includes(name) || (column.writer === writer && !isHidden(column)));

/** Filled by the add-on for itself, and nothing for people to see. */
export const isHidden = ({ seal, staffKey }: Column<unknown>): boolean => seal === true || staffKey === true;

/** Whether people make its rows. */
export const hasKeysOfStaff = (table: Table): boolean =>
  table.key.every((name) => columnOf(table, name).writer === STAFF);

/** What people write beside the key. */
export const staffColumns = (table: Table): string[] =>
  namesWhere(table, (column, name) => column.writer === STAFF && !isHidden(column) && !table.key.includes(name));

/** What holds personal data of buyers and addressees, of the given kinds. */
export const personalColumns = (table: Table, kinds: readonly Personal[] = ["data", "mentions"]): string[] =>
  namesWhere(table, ({ personal }) => personal !== undefined && kinds.includes(personal));

export const sealBy = (table: Table, writer: string): string | undefined =>
  namesWhere(table, (column) => column.seal === true && column.writer === writer)[0];

/** The seals by the writers whose cells they prove. */
export const sealsOf = (table: Table): [name: string, writer: string][] =>
  Object.keys(table.columns).flatMap((name): [string, string][] => {
    const { seal, writer } = columnOf(table, name);
    return seal === true && writer !== null ? [[name, writer]] : [];
  });

export const isSealed = (table: Table): boolean => namesWhere(table, ({ seal }) => seal === true).length > 0;

/** What the jobs write, the key and the seals among it. */
export const columnsOfJobs = (table: Table): string[] =>
  namesWhere(table, ({ writer }, name) => table.key.includes(name) || (writer !== STAFF && writer !== null));

export const formulasOf = (table: Table): { readonly name: string; readonly formula: string }[] =>
  Object.keys(table.columns).flatMap((name) => {
    const { formula } = columnOf(table, name);
    return formula === undefined ? [] : [{ name, formula }];
  });
