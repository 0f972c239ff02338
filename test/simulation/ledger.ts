import { isCountCell, isRequestBox, keyHeaders, ownerOf, PRODUCTS, STOCK } from "./declared.ts";
import type { Cell, View, ViewRow } from "./office.ts";

/** What people wrote into one row, by the header it stands under. */
interface Entry {
  readonly sheet: string;
  key: string;
  readonly cells: Map<string, Cell>;
}

/**
 * Everything that people typed and have not taken away again, by the key of the row and the header of the column.
 * It follows what they do to rows and columns, and nothing that the product does.
 */
export interface Ledger {
  /** The key of a row as people know it, whatever they call its columns now; "" where a part is missing. */
  keyOf(view: View, row: ViewRow): string;
  typed(view: View, row: ViewRow, header: string, value: Cell): void;
  /** People typed another key over a row's, which is the same row still: the next run gives it its own key back. */
  overtyped(view: View, row: ViewRow, key: string): void;
  /** The product gave rows new keys, as people allowed. */
  recoded(codes: ReadonlyMap<string, string>): void;
  deleted(view: View, row: ViewRow): void;
  copied(view: View, from: ViewRow): void;
  columnDeleted(sheet: string, header: string): void;
  renamed(sheet: string, from: string, to: string): void;
  /** 初期設定 knows renamed columns, and gives them their names back. */
  follow(view: View): void;
  /** Names of columns as they were declared, for those that people call otherwise now. */
  declaredName(sheet: string, header: string): string;
  /** Columns that people renamed and not named back. */
  renames(sheet: string): readonly { readonly from: string; readonly to: string }[];
  /** Keys of the rows into which people ever typed this. */
  everTyped(sheet: string, header: string, value: Cell): ReadonlySet<string>;
  /** Whether what stands under this header is people's. */
  isPeoples(sheet: string, header: string): boolean;
  /** One text for each row that holds something of people, sorted. */
  expected(sheet: string): string[];
  found(view: View): string[];
}

/** An unticked box is as good as an empty cell, and goes with its box. */
const isNothing = (cell: Cell): boolean => cell === "" || cell === false;

export const SEPARATOR = "\u001f";

export function ledger(): Ledger {
  const entries: Entry[] = [];
  /** By sheet and present header: the header it had when the product made it. */
  const names = new Map<string, string>();
  const nameKey = (sheet: string, header: string) => `${sheet}${SEPARATOR}${header}`;
  /** By sheet and the key that people typed, the row's own. */
  const ownKeys = new Map<string, string>();
  /** By sheet, declared header and cell. */
  const history = new Map<string, Set<string>>();
  const declaredName = (sheet: string, header: string) => names.get(nameKey(sheet, header)) ?? header;
  // The key of a master is written by people and imports alike, and is what a cell of people is found by.
  const isPeoples = (sheet: string, header: string) =>
    ["staff", "people"].includes(ownerOf(sheet, declaredName(sheet, header))) &&
    !isCountCell(sheet, header) &&
    !isRequestBox(sheet, header);

  function keyOf({ sheet, headers }: View, { cells }: ViewRow): string {
    const present = new Set(headers);
    const parts = keyHeaders(sheet).map((name) => {
      // A column that 初期設定 made anew is the one that counts.
      const at = present.has(name)
        ? headers.indexOf(name)
        : headers.findIndex((header) => declaredName(sheet, header) === name);
      return String(cells[at] ?? "");
    });
    const key = parts.join(SEPARATOR);
    return parts[0] === "" ? "" : (ownKeys.get(nameKey(sheet, key)) ?? key);
  }

  const peoplesCells = ({ sheet, headers }: View, { cells }: ViewRow): Map<string, Cell> =>
    new Map(
      headers.flatMap((header, at) => {
        const cell = cells[at] ?? "";
        return isNothing(cell) || !isPeoples(sheet, header) ? [] : [[header, cell] as const];
      }),
    );

  /** Rows may share a key after pasting: then what people wrote into them tells which is which. */
  function entryOf(view: View, row: ViewRow): Entry | undefined {
    const key = keyOf(view, row);
    const cells = peoplesCells(view, row);
    const own = entries.filter((entry) => entry.sheet === view.sheet && entry.key === key);
    const overlap = (entry: Entry) => [...entry.cells].filter(([header, cell]) => cells.get(header) === cell).length;
    const differing = (entry: Entry) => entry.cells.size + cells.size - 2 * overlap(entry);
    const [best] = own
      .map((entry) => ({ entry, score: overlap(entry), differing: differing(entry) }))
      .sort((a, b) => b.score - a.score || a.differing - b.differing);
    if (best === undefined) return undefined;
    const alone =
      key !== "" && own.length === 1 && view.rows.filter((other) => keyOf(view, other) === key).length === 1;
    return best.score > 0 || best.entry.cells.size === 0 || alone ? best.entry : undefined;
  }

  function open(view: View, row: ViewRow): Entry {
    const known = entryOf(view, row);
    if (known !== undefined) return known;
    const entry = { sheet: view.sheet, key: keyOf(view, row), cells: new Map<string, Cell>() };
    entries.push(entry);
    return entry;
  }

  const textOf = (key: string, cells: ReadonlyMap<string, Cell>): string =>
    `${key.split(SEPARATOR).join("/")} | ${[...cells]
      .map(([header, cell]) => `${header}=${cell}`)
      .sort()
      .join(" | ")}`;

  function renamed(sheet: string, from: string, to: string): void {
    const declared = declaredName(sheet, from);
    names.delete(nameKey(sheet, from));
    if (declared !== to) names.set(nameKey(sheet, to), declared);
    for (const { sheet: place, cells } of entries) {
      const cell = cells.get(from);
      if (place !== sheet || cell === undefined) continue;
      cells.delete(from);
      cells.set(to, cell);
    }
  }

  const renames = (sheet: string) =>
    [...names]
      .map(([place, from]) => ({ place: place.split(SEPARATOR), from }))
      .filter(({ place }) => place[0] === sheet)
      .map(({ place, from }) => ({ from, to: place[1] ?? "" }));

  return {
    keyOf,
    declaredName,
    isPeoples,
    everTyped: (sheet, header, value) => history.get([sheet, header, value].join(SEPARATOR)) ?? new Set(),
    renamed,
    renames,
    typed(view, row, header, value) {
      const { key, cells } = open(view, row);
      const place = [view.sheet, declaredName(view.sheet, header), value].join(SEPARATOR);
      history.set(place, (history.get(place) ?? new Set()).add(key));
      if (isNothing(value)) cells.delete(header);
      else cells.set(header, value);
    },
    overtyped(view, row, key) {
      const own = keyOf(view, row);
      if (own !== "") ownKeys.set(nameKey(view.sheet, key), own);
    },
    recoded(codes) {
      for (const entry of entries)
        if ([PRODUCTS, STOCK].includes(entry.sheet)) entry.key = codes.get(entry.key) ?? entry.key;
    },
    deleted(view, row) {
      const entry = entryOf(view, row);
      if (entry !== undefined) entries.splice(entries.indexOf(entry), 1);
    },
    copied(view, from) {
      const entry = entryOf(view, from);
      if (entry !== undefined) entries.push({ ...entry, cells: new Map(entry.cells) });
    },
    columnDeleted(sheet, header) {
      names.delete(nameKey(sheet, header));
      for (const entry of entries) if (entry.sheet === sheet) entry.cells.delete(header);
    },
    follow({ sheet, headers }) {
      for (const { from, to } of renames(sheet))
        if (headers.includes(from) && !headers.includes(to)) renamed(sheet, to, from);
    },
    expected: (sheet) =>
      entries
        .filter((entry) => entry.sheet === sheet && entry.cells.size > 0)
        .map(({ key, cells }) => textOf(key, cells))
        .sort(),
    found: (view) =>
      view.rows
        .map((row) => ({ key: keyOf(view, row), cells: peoplesCells(view, row) }))
        .filter(({ cells }) => cells.size > 0)
        .map(({ key, cells }) => textOf(key, cells))
        .sort(),
  };
}
