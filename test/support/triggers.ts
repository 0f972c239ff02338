import type { Triggers } from "../../src/platform/ports.ts";

/** The triggers of one person, kept in memory. */
export function memoryTriggers(): Triggers {
  const kept = new Map<string, string>();
  let made = 0;
  return {
    mine: () => [...kept].map(([id, fn]) => ({ id, fn })),
    every(fn) {
      const id = String(++made);
      kept.set(id, fn);
      return id;
    },
    remove: (id) => void kept.delete(id),
    authorised: () => true,
  };
}
