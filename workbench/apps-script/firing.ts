import type { HostClock } from "./clock.ts";
import type { Execution } from "./execution/execution.ts";
import type { TriggerRecord, Triggers } from "./served/triggers.ts";

type Due = TriggerRecord & { readonly due: number };

/** Fires time-driven triggers: on a real clock by itself, on a virtual one as time is let pass. */
export interface Firing {
  advance(milliseconds: number): Promise<readonly Execution[]>;
  /** The triggers have changed. */
  reschedule(): void;
  stop(): void;
}

/** Longest delay a Node timer takes. */
const FAR = 2 ** 31 - 1;

export function createFiring(
  clock: HostClock,
  triggers: () => Triggers,
  start: (trigger: Due) => Promise<Execution>,
): Firing {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const now = () => clock.now().getTime();

  function fire(due: Due): Promise<Execution> {
    triggers().fired(due.id);
    return start(due);
  }

  function reschedule(): void {
    clearTimeout(timer);
    const next = triggers().nextDue();
    if (clock.virtual || stopped || next === undefined) return;
    timer = setTimeout(
      () => {
        for (let due = triggers().nextDue(); due !== undefined && due.due <= now(); due = triggers().nextDue()) {
          // The host lives on, whatever becomes of one run.
          fire(due).catch((fault) => console.error(fault));
        }
        reschedule();
      },
      Math.min(Math.max(next.due - now(), 0), FAR),
    );
    timer.unref();
  }

  return {
    reschedule,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    async advance(milliseconds) {
      const end = now() + milliseconds;
      const started: Promise<Execution>[] = [];
      for (let due = triggers().nextDue(); due !== undefined && due.due <= end; due = triggers().nextDue()) {
        // Looked up again after the sleep: what ran meanwhile may have deleted it.
        if (due.due > now()) await clock.sleep(due.due - now());
        else started.push(fire(due));
      }
      await clock.sleep(end - now());
      return Promise.all(started);
    },
  };
}
