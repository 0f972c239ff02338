import { reasonOf } from "./reason.ts";

/** Saves what changes, now or together with what changes meanwhile. */
export interface Saving {
  /** Resolves when all that has changed so far is written, or could not be. */
  soon(): Promise<void>;
  /** Writes at once; throws what `write` does. */
  now(): void;
}

/** Milliseconds between two writes at least: of a small file, and as a multiple of what the last one took. */
const PAUSE = 20;
const SHARE = 4;

/**
 * The first change is written in the turn in which it comes, those of the next moments together: a big file would take
 * all the time otherwise. A write that fails is told once, and tried again with the next change.
 */
export function savingOf(path: string, write: () => void, tell: (sentence: string) => void = complain): Saving {
  let next: Promise<void> | undefined;
  let free = 0;
  let told = "";
  const attempt = () => {
    const from = performance.now();
    try {
      write();
      told = "";
    } catch (error) {
      const sentence = `${path} could not be written: ${reasonOf(error)}. What changes from now on is lost if the process is killed.`;
      if (sentence !== told) tell(sentence);
      told = sentence;
    }
    const until = performance.now();
    free = until + Math.max(PAUSE, SHARE * (until - from));
  };
  return {
    soon() {
      next ??= pause(free - performance.now()).then(() => {
        next = undefined;
        attempt();
      });
      return next;
    },
    now: write,
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => (milliseconds > 0 ? setTimeout(resolve, milliseconds) : setImmediate(resolve)));

const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
