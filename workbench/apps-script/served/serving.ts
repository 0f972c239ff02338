import type { Raised } from "../execution/gate.ts";
import type { AuthMode, CurrentCell, Source } from "../execution/protocol.ts";

/** The execution that makes a service call, as the services see it. */
export interface Caller {
  readonly id: string;
  readonly user: string;
  readonly source: Source;
  readonly authMode: AuthMode;
  /** In the window from which it was started, if it was from one. */
  readonly currentCell: CurrentCell | undefined;
  /** Milliseconds until the execution's time is up. */
  remaining(): number;
  /** Sleeps on the host's clock, at most until the execution's time is up. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Lets the others and the clock go on while this execution waits for something outside. */
  waitFor<Value>(promise: Promise<Value>): Promise<Value>;
}

/** Serves one kind of call: gets the script's arguments, then the bytes sent along; returns what JSON can hold. */
export type Handlers = Readonly<Record<string, (caller: Caller, ...args: never[]) => unknown>>;

/** An answer with raw bytes beside its JSON. */
export class WithBytes {
  constructor(
    readonly value: unknown,
    readonly bytes: readonly Uint8Array[],
  ) {}
}

/** The service's refusal, thrown on in the script as it stands. */
export class Refused extends Error {
  readonly raised: Raised;
  constructor(raised: Raised | string) {
    super(typeof raised === "string" ? raised : raised.message);
    this.raised = typeof raised === "string" ? { name: "Exception", message: raised } : raised;
  }
}
