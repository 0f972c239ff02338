import type { Draft } from "./draft.ts";
import type { Pair } from "./pair.ts";
import { codeChanged, codeTaken, hasOldTick, partMoved, sharedCode } from "./questions.ts";

/** The pairs of a row by what is to be said of them. */
export interface Standing {
  readonly staying: readonly Pair[];
  readonly moved: readonly Pair[];
  readonly asked: readonly Pair[];
}

export function standingOf({ pairs }: Draft): Standing {
  const all = [...pairs.values()];
  const own = all.filter(({ asked }) => !asked);
  return {
    staying: own.filter(({ movedTo }) => movedTo === ""),
    moved: own.filter(({ movedTo }) => movedTo !== ""),
    asked: all.filter(({ asked }) => asked),
  };
}

/** The code to which the whole row has moved in the shop. */
export function newCode(draft: Draft): string | undefined {
  const { staying, moved } = standingOf(draft);
  return staying.length === 0 ? moved[0]?.movedTo : undefined;
}

/** Tells of a code whether a row other than this one has it. */
export type IsTaken = (code: string, draft: Draft) => boolean;

interface Question {
  readonly text: string;
  /** By a tick in 確認済; the others stay until RMS or the sheet answers them. */
  readonly settleable: boolean;
}

export function questionsOf(draft: Draft, isTaken: IsTaken): Question[] {
  const { staying, moved, asked } = standingOf(draft);
  const to = newCode(draft);
  // Others that have the row's code do not share it with what has left it.
  if (to !== undefined)
    return isTaken(to, draft)
      ? [{ text: codeTaken(draft.code, to), settleable: false }]
      : [{ text: codeChanged(draft.code, to), settleable: true }];
  const shared = asked.length === 0 ? [] : [{ text: sharedCode([...staying, ...moved, ...asked]), settleable: true }];
  return [...shared, ...moved.map((pair) => ({ text: partMoved(pair), settleable: true }))];
}

/** Whether the tick on the row was set for what stands in its 確認事項. */
export const isTicked = ({ before }: Draft): boolean =>
  before?.confirmed === true && before.question !== "" && !hasOldTick(before.question);
