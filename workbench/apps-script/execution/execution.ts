import type { ServiceCall } from "./gate.ts";
import type { Failure, LogLevel, Source, Usage } from "./protocol.ts";

export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  /** Milliseconds after the execution's start, on the host's clock. */
  readonly at: number;
}

export type Outcome = "completed" | "failed" | "killed" | "timed out";

/** How one run of a function went. */
export interface Execution {
  readonly id: string;
  readonly fn: string;
  readonly user: string;
  readonly source: Source;
  readonly startedAt: Date;
  readonly outcome: Outcome;
  /** What the function returned, as a sidebar would get it: null for what cannot be sent (a Date, even nested). */
  readonly value?: unknown;
  readonly error?: Failure;
  readonly calls: readonly ServiceCall[];
  readonly log: readonly LogEntry[];
  /** On the host's clock. */
  readonly milliseconds: number;
  /** Absent where it was stopped. */
  readonly usage?: Usage;
}
