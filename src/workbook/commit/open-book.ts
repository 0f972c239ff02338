import type { Clock, Sheets } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import type { StoredMemory } from "../memory.ts";
import type { StaffRepair } from "../read/staff-repair.ts";
import type { Picture } from "./picture.ts";

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
  commits: number;
  /** Of tables in which people's cells are being put right, how many rows are done; all of them is infinity. */
  readonly mended: Map<Table, number>;
  /** How many rows to keep free, as an index of SPARES: fewer where the workbook is full. */
  spare: number;
}
