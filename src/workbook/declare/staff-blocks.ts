import { columnOf, staffColumns, type Table } from "./table.ts";

/** Columns of people that stand side by side, with the hidden key among them that moves along with their cells. */
export interface StaffBlock {
  readonly key: string;
  /** In the order of the declaration. */
  readonly columns: readonly string[];
}

/**
 * One for each hidden key of a declaration: a column of a job ends a block. What people have beside no key of its own belongs
 * to the first block, so that one key alone covers all of it.
 */
export function staffBlocks(table: Table): StaffBlock[] {
  const own = staffColumns(table);
  const isKey = (name: string) => columnOf(table, name).staffKey === true;
  const runs: string[][] = [[]];
  for (const name of Object.keys(table.columns))
    if (isKey(name) || own.includes(name)) runs[runs.length - 1]?.push(name);
    else runs.push([]);
  const keyed = runs.flatMap((names): [key: string, names: readonly string[]][] => {
    const [key, ...more] = names.filter(isKey);
    if (more.length > 0) throw new Error(`${table.sheet} has two keys of people's cells in one block`);
    return key === undefined ? [] : [[key, names]];
  });
  const keyless = own.filter((name) => !keyed.some(([, names]) => names.includes(name)));
  return keyed.map(([key, names], at) => ({
    key,
    columns: own.filter((name) => names.includes(name) || (at === 0 && keyless.includes(name))),
  }));
}

export const staffKeysOf = (table: Table): string[] => staffBlocks(table).map(({ key }) => key);
