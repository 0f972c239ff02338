import { columnsBySheet } from "./formula-references.ts";

/** Which columns of which sheets formulas read. */
export interface ReadColumns {
  has(sheet: number, column: number): boolean;
  /** With those of formulas as well, each with its own sheet; itself where nothing comes in addition. */
  with(formulas: readonly Own[], sheetOf: (title: string) => number | undefined): ReadColumns;
}

type Own = readonly [sheet: number, formula: string];

const everyColumn: ReadColumns = { has: () => true, with: () => everyColumn };

export const noColumns: ReadColumns = columnsIn(new Set());

function columnsIn(places: ReadonlySet<string>): ReadColumns {
  const columns: ReadColumns = {
    has: (sheet, column) => places.has(placeOf(sheet, column)),
    with(formulas, sheetOf) {
      const more = new Set<string>();
      for (const [own, formula] of formulas) {
        const read = columnsBySheet(formula);
        if (read === undefined) return everyColumn;
        for (const [title, each] of read) {
          const sheet = title === undefined ? own : sheetOf(title);
          if (sheet !== undefined) for (const column of each) more.add(placeOf(sheet, column));
        }
      }
      return [...more].every((place) => places.has(place)) ? columns : columnsIn(new Set([...places, ...more]));
    },
  };
  return columns;
}

const placeOf = (sheet: number, column: number): string => `${sheet}/${column}`;
