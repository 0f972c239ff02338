/** One thing after the other: an answer must not overtake an edit that was made after it. */
export interface WorkQueue {
  /** Resolves when the work is done, whatever came of it. */
  add(work: () => Promise<void>): Promise<void>;
  /** Work that is still to begin stands for all that ask for it until then. */
  addOnce(work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is left to do; `rest` follows each time that all seems done. */
  idle(rest: () => Promise<void>): Promise<void>;
}

export function workQueue(): WorkQueue {
  let last: Promise<void> = Promise.resolve();
  const waiting = new Map<() => Promise<void>, Promise<void>>();

  function add(work: () => Promise<void>): Promise<void> {
    last = last.then(work).catch((error) => console.error(error));
    return last;
  }

  return {
    add,
    addOnce(work) {
      const known = waiting.get(work);
      if (known !== undefined) return known;
      const done = add(() => {
        waiting.delete(work);
        return work();
      });
      waiting.set(work, done);
      return done;
    },
    async idle(rest) {
      let seen: Promise<void>;
      do {
        seen = last;
        await seen;
        await rest();
      } while (seen !== last);
    },
  };
}
