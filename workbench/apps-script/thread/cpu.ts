import { readFileSync } from "node:fs";

/** Takes the processor time of a script, without that of the services it calls. */
export interface Stopwatch {
  start(): void;
  /** Does not count what `service` takes. */
  away<Value>(service: () => Value): Value;
  /** Milliseconds; undefined where the system does not tell. */
  read(): number | undefined;
}

export function cpuStopwatch(): Stopwatch {
  let from = 0;
  return {
    start() {
      from = threadCpu();
    },
    away(service) {
      const left = threadCpu();
      try {
        return service();
      } finally {
        from += threadCpu() - left;
      }
    },
    read() {
      const spent = threadCpu() - from;
      return Number.isNaN(spent) ? undefined : spent;
    },
  };
}

/** Of this thread, as Linux tells it: Node itself knows only that of all threads together. NaN elsewhere. */
function threadCpu(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}
