import type { Clock, Sheets } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import type { StoredMemory } from "../memory.ts";
import type { Editors } from "../protect/editors.ts";
import type { StaffRepair } from "../read/staff-repair.ts";
import type { Picture } from "./picture.ts";

/** Those who may write everywhere, and who hears how Google took it. */
export interface RenewedFor extends Editors {
  /** `refusal` is what Google said of the protections that it did not take; the commit was made without them. */
  renewed(refusal?: string): void;
}

/** A spreadsheet as a run works on it. */
export interface OpenBook {
  readonly reads: Sheets;
  readonly clock: Clock;
  readonly tables: readonly Table[];
  readonly run: string;
  readonly pictures: ReadonlyMap<Table, Picture>;
  /** What was wrong with where people's cells stood when the sheets were read. */
  readonly repairs: ReadonlyMap<Table, StaffRepair>;
  memory: StoredMemory;
  /** It is not for this book to write the memory. */
  readonly unlocked: boolean;
  commits: number;
  /** Of tables in which people's cells are being put right, how many rows are done; all of them is infinity. */
  readonly mended: Map<Table, number>;
  /** Whom the protections are still to be renewed for, in the next commit. */
  editors: RenewedFor | undefined;
  /** Commits are refused where a column moved: until one turns out to bear no mark. */
  guardsColumns: boolean;
  /** How many rows to keep free, as an index of SPARES: fewer where the workbook is full. */
  spare: number;
}
