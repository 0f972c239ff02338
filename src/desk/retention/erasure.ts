import { groupedBy } from "../../core/grouped.ts";
import { type Serial, serialOf } from "../../core/jst.ts";
import { counted } from "../../run/report.ts";
import { earliestOrder } from "../../shop/order-number.ts";
import { isBlank } from "../../workbook/cell.ts";
import { looseEndsIn } from "../../workbook/commit/bare.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { personalColumns } from "../../workbook/declare/table.ts";
import { cellAt, intactFor, type SheetRow, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";
import { hasOldTick } from "../shipments/rules/report-permission.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { heldTexts } from "./rules/retention-texts.ts";
import { isOver, type RetainedRow, type RetentionRules, verdictOn } from "./rules/verdict.ts";

/** What is to be erased of the lists, order by order, and what has to wait. */
export interface Erasure {
  /** In the order of the sheet; each is erased as a whole, in one commit. */
  readonly orders: readonly string[];
  /** By the key of a shipment, as 出荷リスト and 出荷明細 have them. */
  readonly rowsOf: (order: string) => DueRows;
  /** Rows that are due and held back, by the reason. */
  readonly held: Readonly<Record<string, number>>;
}

/** Keys of rows. */
export interface DueRows {
  readonly shipments: readonly string[];
  readonly lines: readonly string[];
}

export function erasure(book: Book, rules: RetentionRules): Erasure {
  const list = book.state(shipmentTable);
  const lines = book.state(shipmentLineTable);
  const linesOf = groupedBy([...lines.rows], ([key]) => shipmentKey(key));
  const isLeft = somethingLeft(list);
  const isLeftOfLine = somethingLeft(lines);
  const isIntactLine = intactFor(lines, "import");
  const retained = retainedRows(book, (key) => (linesOf.get(key) ?? []).every(([, row]) => isIntactLine(row)));
  let held: Record<string, number> = {};
  const due: string[] = [];
  for (const [key, row] of list.rows) {
    const own = linesOf.get(key) ?? [];
    if (!isLeft(key, row) && !own.some(([line, at]) => isLeftOfLine(line, at))) continue;
    const verdict = verdictOn(retained(key, row), rules);
    if (verdict === "erase") due.push(key);
    else if (verdict !== "keep") held = counted(held, [heldTexts[verdict]]);
  }
  // Of rows that people took off the list, nobody knows when they were shipped: their order's own day has to do.
  const orphans = [...linesOf].flatMap(([key, own]) =>
    !list.rows.has(key) && isOver(orderDay(key), rules) && own.some(([line, at]) => isLeftOfLine(line, at))
      ? [key]
      : [],
  );
  const byOrder = groupedBy([...due, ...orphans], orderOf);
  return {
    held,
    orders: [...byOrder.keys()],
    rowsOf(order) {
      const keys = byOrder.get(order) ?? [];
      return {
        shipments: keys.filter((key) => list.rows.has(key)),
        lines: keys.flatMap((key) => (linesOf.get(key) ?? []).map(([line]) => line)),
      };
    },
  };
}

const PART = "\u001f";
const shipmentKey = (lineKey: string): string => lineKey.split(PART).slice(0, shipmentTable.key.length).join(PART);
export const orderOf = (key: string): string => key.split(PART)[0] ?? "";

/** What is no order's number is as new as can be. */
const orderDay = (key: string): Serial => {
  const made = earliestOrder(orderOf(key));
  return made === undefined ? Number.POSITIVE_INFINITY : serialOf(made);
};

/** Tells of a row, and of its copies, whether anything personal stands there. */
function somethingLeft(state: SheetState): (key: string, row: SheetRow) => boolean {
  const { table, doubles } = state;
  const names = personalColumns(table);
  const hasLooseEnds = looseEndsIn(state);
  const isLeft = (row: SheetRow) =>
    hasLooseEnds(row) || names.some((name) => !isNothing(name, cellAt(state, row, name)));
  const copies = groupedBy(doubles, ({ key }) => key);
  return (key, row) => isLeft(row) || (copies.get(key) ?? []).some(isLeft);
}

/** What an old tick may not do yet stays on the row. */
const isNothing = (name: string, cell: unknown): boolean =>
  isBlank(cell) || (name === "questions" && String(cell).split("\n").every(hasOldTick));

function retainedRows(book: Book, areLinesIntact: (key: string) => boolean) {
  const list = book.state(shipmentTable);
  const { doubts, restored } = book.repair(shipmentTable);
  const isIntact = intactFor(list, "import");
  return (key: string, row: SheetRow): RetainedRow => ({
    ...(valuesOf<typeof shipmentTable>(list, row) as Omit<RetainedRow, "intact" | "doubted">),
    intact: isIntact(row) && areLinesIntact(key),
    doubted: doubts.has(key) || restored.has(key),
  });
}
