import { readFileSync } from "node:fs";

/** Processor time of the calling thread in milliseconds, as Linux tells it; Node itself knows only that of all threads together. */
export function threadCpu(): number | undefined {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return undefined;
  }
}
