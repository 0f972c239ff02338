import type { Answer, Failure, Load, LogLevel, Start } from "../execution/protocol.ts";
import type { Natives } from "../thread/natives.ts";

// The files of this folder run inside the script's own context, once per execution: what they make
// (arrays, dates, errors) is of that realm, so `instanceof` holds true for the script.

/** The one way out of the context. */
export interface Bridge {
  readonly natives: Natives;
  readonly start: Start;
  readonly load: Load;
  /** Milliseconds on the host's clock. */
  now(): number;
  log(level: LogLevel, message: string): void;
  /** Runs what is Google's work, whose processor time is not the script's. */
  away<Value>(service: () => Value): Value;
  /** Blocks until the host has answered. */
  call(name: string, args: string, bytes: readonly Uint8Array[]): Answer;
}

export interface Ending {
  readonly value?: string | undefined;
  readonly error?: Failure;
}

/** What the thread needs of a context made ready. */
export interface Realm {
  /** Runs the function; its end is known once promises have settled. */
  invoke(fn: unknown): () => Ending;
  failure(error: unknown): Failure;
}

export let bridge: Bridge;

export function connect(to: Bridge): void {
  bridge = { ...to, natives: guarded(to) };
}

/** An error thrown outside this realm would fail the script's `instanceof`, and lead it out of its context. */
function guarded({ natives, away }: Bridge): Natives {
  const guard =
    (native: (...args: never[]) => unknown) =>
    (...args: never[]) => {
      try {
        return away(() => native(...args));
      } catch (error) {
        throw Object.assign(new Error((error as Error).message), { name: "Exception" });
      }
    };
  return Object.fromEntries(Object.entries(natives).map(([name, native]) => [name, guard(native)])) as Natives;
}
