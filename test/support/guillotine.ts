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

/** Those of them between which something changes somewhere, or is let go. */
export const effectMomentsOf = (calls: readonly string[]) =>
  momentsOf(calls).filter(({ when }) => /Sheets|UrlFetch|setProperty|Lock/.test(when));
