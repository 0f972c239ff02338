import { readFileSync } from "node:fs";
import { getHeapStatistics } from "node:v8";
import type { Usage } from "../execution/protocol.ts";

/** Takes the processor time and the memory of a script. */
export interface Meter {
  start(): void;
  /** Does not count what `service` takes. */
  away<Value>(service: () => Value): Value;
  read(): Usage;
}

export function meter(): Meter {
  let from = 0;
  let heap = 0;
  const weigh = () => {
    heap = Math.max(heap, getHeapStatistics().used_heap_size);
  };
  return {
    start() {
      from = threadCpu();
    },
    away(service) {
      const left = threadCpu();
      weigh();
      try {
        return service();
      } finally {
        from += threadCpu() - left;
      }
    },
    read() {
      const spent = threadCpu() - from;
      weigh();
      return { ...(Number.isNaN(spent) ? {} : { cpu: spent }), heap };
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
