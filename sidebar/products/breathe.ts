import type { InSlices } from "../../src/desk/products/rules/csv/csv-listings.ts";

/** Milliseconds that work may hold the page up for. */
const SPELL = 12;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Does the work while the page stays at people's service. Rejects with AbortError once `signal` says so. */
export async function inBreaths<Result>(work: InSlices<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    const started = performance.now();
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() - started < SPELL);
    await turn();
    signal.throwIfAborted();
  }
}

/** What the promise comes to, or AbortError without waiting for it. */
export const unlessAborted = <Value>(promise: Promise<Value> | Value, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    Promise.resolve(promise).then(resolve, reject);
  });
