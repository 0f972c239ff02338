/** Lets a few at a time in for each name; the others wait in the order they came. */
export interface Slots {
  enter(name: string): Promise<void>;
  leave(name: string): void;
}

export function createSlots(size: number): Slots {
  const inside = new Map<string, number>();
  const queues = new Map<string, (() => void)[]>();

  return {
    async enter(name) {
      const count = inside.get(name) ?? 0;
      if (count < size) {
        inside.set(name, count + 1);
        return;
      }
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      await new Promise<void>((resolve) => queue.push(resolve));
    },
    leave(name) {
      const next = queues.get(name)?.shift();
      if (next === undefined) inside.set(name, (inside.get(name) ?? 1) - 1);
      else next();
    },
  };
}
