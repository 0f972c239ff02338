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
  const guardedAway = guarded(to.away) as Bridge["away"];
  bridge = {
    start: to.start,
    load: to.load,
    now: guarded(to.now),
    log: guarded(to.log),
    call: guarded(to.call),
    away: guardedAway,
    natives: Object.fromEntries(
      Object.entries(to.natives).map(([name, native]) => [
        name,
        guarded((...args: never[]) => guardedAway(() => (native as (...args: never[]) => unknown)(...args))),
      ]),
    ) as Natives,
  };
}

const { getPrototypeOf } = Reflect;
const errors = Error.prototype;

/** An error made outside this realm, by a full stack too, would fail the script's `instanceof`, and lead it out of its context. */
function guarded<Args extends readonly unknown[], Value>(outside: (...args: Args) => Value): (...args: Args) => Value {
  return (...args) => {
    try {
      return outside(...args);
    } catch (error) {
      throw isOurs(error) ? error : Object.assign(new Error((error as Error).message), { name: "Exception" });
    }
  };
}

function isOurs(error: unknown): boolean {
  for (let at = error; typeof at === "object" && at !== null; at = getPrototypeOf(at)) if (at === errors) return true;
  return typeof error !== "object" && typeof error !== "function";
}
