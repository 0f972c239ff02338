import { captions, inMenu } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import { type Cell, headerText } from "../cell.ts";
import { columnOf, type Table } from "../declare/table.ts";

/** Where each declared column stands in a sheet just now: people may move columns and add their own. */
export type Layout = ReadonlyMap<string, number>;

export function placeOf(layout: Layout, name: string): number {
  const place = layout.get(name);
  if (place === undefined) throw new Error(`no column ${name} in this layout`);
  return place;
}

/** Where the columns of a new sheet stand: in their declared order, with one free before each group for its name. */
export function firstLayout({ columns, groups = [] }: Table): Layout {
  let place = 0;
  return new Map(
    Object.keys(columns).map((name) => {
      if (groups.some(({ from }) => from === name)) place++;
      return [name, place++];
    }),
  );
}

/** How many columns it takes to hold them all. */
export const widthOf = (layout: Layout): number => Math.max(...layout.values()) + 1;

const CURE = `${inMenu(captions.setUp)}を実行すると元に戻せます。`;

/** Finds the columns by their headers. Throws Problem("fix") that names what is missing or double. */
export function layoutOf(table: Table, headerRow: readonly Cell[]): Layout {
  const places = new Map<string, number[]>();
  headerRow.forEach((cell, index) => {
    const header = headerText(cell);
    if (header !== "") places.set(header, [...(places.get(header) ?? []), index]);
  });
  const names = Object.keys(table.columns);
  const headerOf = (name: string) => columnOf(table, name).header;
  const placesOf = (name: string) => places.get(headerOf(name)) ?? [];
  const missing = names.filter((name) => placesOf(name).length === 0);
  if (missing.length > 0)
    throw new Problem(
      "fix",
      `「${table.sheet}」シートに見出し${listed(missing.map(headerOf))}がありません。見出しの名前を戻すか、${CURE}`,
    );
  const double = names.filter((name) => placesOf(name).length > 1);
  if (double.length > 0)
    throw new Problem(
      "fix",
      `「${table.sheet}」シートに見出し${listed(double.map(headerOf))}が2つ以上あります。1つだけ残してください。`,
    );
  return new Map(names.flatMap((name) => placesOf(name).map((place) => [name, place])));
}

export function missingSheets(sheets: readonly string[]): Problem {
  return new Problem("fix", `シート${listed(sheets)}がありません。名前を変えたシートも、${CURE}`);
}

export const listed = (names: readonly string[]): string => names.map((name) => `「${name}」`).join("");

export const sameLayout = (a: Layout, b: Layout): boolean => [...a].every(([name, index]) => b.get(name) === index);
