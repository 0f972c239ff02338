/** The time that scripts, locks, caches and triggers live by. */
export interface HostClock {
  /** A virtual clock moves only when everyone waits, computing takes none of its time; a real one moves by itself. */
  readonly virtual: boolean;
  now(): Date;
  /** Resolves after this time on this clock, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Code is at work until the returned function is called: virtual time stands still meanwhile. */
  hold(): () => void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * Time without waiting: it jumps to the next sleeper's moment as soon as nobody holds the clock.
 * The jump is put off by one turn of the event loop, so that a sleeper just woken can take hold first.
 */
export function virtualClock(start: Date): HostClock {
  const sleepers = new Set<Sleeper>();
  let now = start.getTime();
  let holders = 0;
  let jumping = false;

  function jump(): void {
    jumping = false;
    if (holders > 0 || sleepers.size === 0) return;
    const next = Math.min(...[...sleepers].map(({ until }) => until));
    now = Math.max(now, next);
    for (const sleeper of [...sleepers].filter(({ until }) => until <= now)) {
      sleepers.delete(sleeper);
      sleeper.wake();
    }
    jumpSoon();
  }

  function jumpSoon(): void {
    if (jumping || holders > 0 || sleepers.size === 0) return;
    jumping = true;
    setImmediate(jump);
  }

  return {
    virtual: true,
    now: () => new Date(now),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { until: now + Math.max(0, milliseconds), wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          resolve();
        });
        jumpSoon();
      }),
    hold() {
      holders++;
      return once(() => {
        holders--;
        jumpSoon();
      });
    },
  };
}

/** The machine's own clock. */
export function realClock(): HostClock {
  return {
    virtual: false,
    now: () => new Date(),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const timer = setTimeout(resolve, milliseconds);
        signal?.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    hold: () => () => {},
  };
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
