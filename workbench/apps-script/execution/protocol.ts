import type { Raised } from "./gate.ts";

/** How an execution was started; it decides what the script may do (Google's "auth modes"). */
export type Source = "menu" | "run" | "editor" | "trigger" | "open" | "edit" | "install";
export type AuthMode = "NONE" | "LIMITED" | "FULL";

/** What a function is handed by Google when a trigger starts it; `by` is the person who caused it. */
export type Event =
  | { readonly kind: "none" }
  | { readonly kind: "open" | "install"; readonly by: string; readonly triggerUid?: string }
  | { readonly kind: "clock"; readonly at: number; readonly triggerUid: string }
  | { readonly kind: "change"; readonly by: string; readonly changeType: string; readonly triggerUid: string }
  | { readonly kind: "edit"; readonly by: string; readonly edit: Edit; readonly triggerUid?: string };

/** An edit by a person; rows and columns count from 1. */
export interface Edit {
  readonly sheet: string;
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly columnStart: number;
  readonly columnEnd: number;
  readonly value?: string;
  readonly oldValue?: string;
}

/** The cell that a person is in; rows and columns count from 0. */
export interface CurrentCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** What a thread needs to run one function; `args` is JSON. */
export interface Start {
  readonly kind: "start";
  readonly fn: string;
  readonly args: string;
  readonly event: Event;
  readonly source: Source;
  readonly authMode: AuthMode;
  readonly user: string;
  readonly spreadsheetId: string;
  readonly scriptId: string;
  readonly now: number;
  readonly virtual: boolean;
  readonly seed: number | undefined;
  readonly bundle: string;
}

/** Sent before the first `start` of a bundle that a thread does not know yet. */
export interface Load {
  readonly kind: "load";
  readonly bundle: string;
  readonly code: string;
  readonly html: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly scopes: readonly string[] | undefined;
  /** The names that the manifest gives to advanced services, by service id; those that it enables. */
  readonly advanced: Readonly<Record<string, string>>;
}

/** One service call; `args` is JSON, bytes travel beside it. The thread sleeps until it is answered. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: string;
  readonly bytes: readonly Uint8Array[];
}

export interface Answer {
  readonly now: number;
  readonly json?: string | undefined;
  readonly bytes?: readonly Uint8Array[];
  readonly error?: Raised;
  /** The execution is over: the script's remaining code runs without effect. */
  readonly dead?: boolean;
}

export interface Log {
  readonly kind: "log";
  readonly level: LogLevel;
  readonly message: string;
}
export type LogLevel = "debug" | "info" | "warning" | "error";

/** How the script ended; `value` is JSON, absent for undefined. */
export interface End {
  readonly kind: "end";
  readonly value?: string | undefined;
  readonly error?: Failure;
  readonly usage: Usage;
}

/** What a script itself used, without the services it calls. */
export interface Usage {
  /** Processor time in milliseconds; absent where the system does not tell. */
  readonly cpu?: number;
  /** The most that its thread held in memory at a service call, in bytes, garbage that nobody collected yet included. */
  readonly heap: number;
}

export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type FromThread = Call | Log | End;
export type ToThread = Load | Start;
