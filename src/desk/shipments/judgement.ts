import type { Book } from "../../workbook/commit/book.ts";
import { sealOf } from "../../workbook/declare/seal.ts";
import { columnsBy, staffColumns } from "../../workbook/declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { masterTables } from "../masters/masters.ts";
import { codeBasis } from "../products/product-codes.ts";
import type { Settings } from "../settings/rules/settings.ts";
import type { ShipmentRules } from "./rules/shipment.ts";

/** All that rows are judged by besides their orders, in short texts: the same ones as long as rows would be judged alike. */
export interface Judgement {
  /** The day, and what people wrote into the masters. What imports add there waits for people; the order of rows says nothing. */
  readonly masters: string;
  /** What product codes follow from, and what sets consist of: only the order itself tells what that makes of a row. */
  readonly goods: string;
}

export function judgement(
  book: Book,
  settings: Settings,
  { sets, today }: Pick<ShipmentRules, "sets" | "today">,
): Judgement {
  const masters = masterTables.map((table) => sealOf(rowTexts(book.state(table)).sort()));
  const recipes = [...sets.parts].map(([code, parts]) => JSON.stringify([code, parts]));
  return {
    masters: sealOf([today, settings.pastTarget, ...masters]),
    goods: sealOf([...recipes, ...sets.refused, ...codeBasis(book, settings)].sort()),
  };
}

/** Where imports add rows, a key alone says nothing yet. */
function rowTexts(state: SheetState): string[] {
  const { table, rows, doubles, keyless } = state;
  const isOurs = columnsBy(table, "import").length > table.key.length;
  const names = [...staffColumns(table), ...(isOurs ? [] : table.key)];
  const own = (row: SheetRow): string[] =>
    names.map((name) => cellAt(state, row, name)).map((cell) => (cell === null || cell === false ? "" : String(cell)));
  const filled = (key: string, row: SheetRow): string[] => {
    const cells = own(row);
    return cells.every((text) => text === "") ? [] : [[key, ...cells].join("\u001f")];
  };
  return [
    ...[...rows].flatMap(([key, row]) => filled(key, row)),
    ...[...doubles, ...keyless].flatMap((row) => filled("", row)),
  ];
}
