import { type Gate, killAfter, killBefore, serve } from "../../workbench/apps-script/execution/gate.ts";

/** Lets everything pass until it is armed; then kills at the nth service call of the next execution. */
export function guillotine() {
  let nth = -1;
  let verdict = killBefore;
  const gate: Gate = { pass: ({ index }) => (index === nth ? verdict : serve) };
  return {
    gate,
    arm(index: number, after: boolean) {
      nth = index;
      verdict = after ? killAfter : killBefore;
    },
    disarm: () => {
      nth = -1;
    },
  };
}

/** Before and after every one of these calls. */
export const momentsOf = (calls: readonly string[]) =>
  calls.flatMap((name, index) => [
    { index, after: false, when: `before call ${index} (${name})` },
    { index, after: true, when: `after call ${index} (${name})` },
  ]);

/** Asks, waits or reckons, and changes nothing that outlives its execution. */
const isQuiet = (call: string): boolean => /\.get|^(Utilities|Session|Cache)\./.test(call);

/**
 * One moment for each state in which a run of these calls can be killed: before the first of them, and after each that may
 * change something. Killed before the next of those it leaves nothing else behind.
 */
export const statesOf = (calls: readonly string[]) =>
  momentsOf(calls).filter(({ index, after }) => (after ? !isQuiet(calls[index] ?? "") : index === 0));

/** Those of them between which something changes somewhere, or is let go. */
export const effectMomentsOf = (calls: readonly string[]) =>
  momentsOf(calls).filter(({ when }) => /Sheets|UrlFetch|setProperty|Lock/.test(when));
