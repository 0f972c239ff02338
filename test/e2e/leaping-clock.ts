import { type HostClock, realClock } from "../../workbench/apps-script/clock.ts";

/**
 * The machine's time, with every sleep leapt over: RMS is called at its pace and reports are waited for, and nobody before
 * the page waits with them. Computing takes the time that it takes.
 */
export function leapingClock(): HostClock {
  const real = realClock();
  let leapt = 0;
  return {
    ...real,
    now: () => new Date(real.now().getTime() + leapt),
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return;
      leapt += Math.max(0, milliseconds);
      // Whoever waits for something else has their turn first, as they would have.
      await new Promise(setImmediate);
    },
  };
}
