import type { Clock, Pace } from "../../platform/ports.ts";

/** A note from another execution that lies farther ahead is not believed, so that no stray one can hold everything up. */
const BELIEVED = 60_000;

export interface Turns {
  /** Waits until the function may be called, and keeps the next caller away for `interval` milliseconds. */
  take(name: string, interval: number): void;
  /** No call of the function for this many milliseconds. */
  hold(name: string, milliseconds: number): void;
}

/** Paces each function by itself. This execution's own memory counts beside the shared notes, which may get lost. */
export function turns(pace: Pace, clock: Clock): Turns {
  const own = new Map<string, number>();
  function hold(name: string, milliseconds: number): void {
    const at = clock.now().getTime() + milliseconds;
    own.set(name, at);
    pace.note(name, at);
  }
  return {
    hold,
    take(name, interval) {
      const now = clock.now().getTime();
      const at = Math.max(own.get(name) ?? 0, Math.min(pace.nextAt(name), now + BELIEVED));
      if (at > now) clock.sleep(at - now);
      hold(name, interval);
    },
  };
}
