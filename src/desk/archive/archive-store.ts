import type { Serial } from "../../core/jst.ts";
import type { Cells } from "../../workbook/cell.ts";
import type { DeskContext } from "../desk.ts";
import type { ArchiveTableName } from "./archive-tables.ts";

/** A month of shipping, such as `2026-11`. */
export type Part = string;

/** A row as it stood in the workbook, by the names of the columns in `archiveTables`; the key is that of its table. */
export interface ArchivedRow {
  readonly table: ArchiveTableName;
  readonly orderNumber: string;
  readonly key: string;
  readonly cells: Cells;
}

/** Whole orders that move together. What the list has of them makes the id (letters, digits and `-`): the same has the same. */
export interface Batch {
  readonly id: string;
  readonly rows: readonly ArchivedRow[];
}

/** Of rows as `digestOf` counts them, in any order. */
export interface Digest {
  readonly count: number;
  readonly checksum: string;
}

/** An order as an archive has it. */
export interface FoundOrder {
  /** What people call the place. */
  readonly place: string;
  /** Where they can look at it. */
  readonly link: string;
  readonly rows: readonly ArchivedRow[];
}

/**
 * Where orders go that were shipped long ago: one part a month of shipping. Every method may be called again after it was
 * killed anywhere, and then does no more than it would have done. Throws Problem.
 */
export interface ArchiveStore {
  /** What people call it. */
  readonly title: string;
  /** Finds the part, or makes it. */
  prepare(part: Part): void;
  /** Afterwards the part has these rows of the batch's orders and no others, whatever it had of them before. */
  put(part: Part, batch: Batch): void;
  /** Reads back all that the part has of these orders, and counts it. */
  verify(part: Part, orderNumbers: readonly string[]): Digest;
  /** Orders that were put under this id; none where it never came to that. */
  ordersOf(part: Part, batchId: string): readonly string[];
  /** Takes orders out again that did not leave the list after all. */
  remove(part: Part, orderNumbers: readonly string[]): void;
  /** Looks through the parts that may have it. */
  find(orderNumber: string): FoundOrder | undefined;
  /**
   * Empties the `personal` columns of rows shipped before this day, for good; as many as time allows. Returns how many rows
   * held something, and whether none is left.
   */
  erase(shippedBefore: Serial, isOver: () => boolean): { readonly rows: number; readonly finished: boolean };
}

/** What a store works with. */
export type StoreSource = Pick<
  DeskContext<never>,
  "elsewhere" | "bigQuery" | "settings" | "notes" | "now" | "sleep" | "who"
>;
