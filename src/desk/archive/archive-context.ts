import type { RowFault } from "../../core/problem.ts";
import type { Plan } from "../../workbook/commit/book.ts";
import type { Extras } from "../../workbook/commit/commit.ts";
import type { DeskContext } from "../desk.ts";

/** How far `archiveStep` came. */
export interface ArchiveOutcome {
  /** Orders that left the list. */
  readonly moved: number;
  /** Orders that are old enough and stay, by the reason. */
  readonly held: Readonly<Record<string, number>>;
  readonly faults: readonly RowFault[];
  /** False where more is left for the next run. */
  readonly finished: boolean;
}

/** What `archiveStep` needs of the job that it is a step of, whose tables are `archiveStepTables` at least. */
export interface ArchiveContext extends Omit<DeskContext<never>, "commit" | "rms" | "mail" | "changeSettings"> {
  /** Commits with the job's log line; `sofar` tells what the line has to say of the archive. */
  readonly commit: (plan: Plan, extras: Extras, sofar: ArchiveOutcome) => void;
}
