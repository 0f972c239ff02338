import type { Draft, Drafts } from "./draft.ts";
import { otherPairs, pairKey } from "./pair.ts";
import { codeChanged, partMoved, sharedCode } from "./questions.ts";
import { type IsTaken, isTicked, newCode, standingOf } from "./standing.ts";

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What took the code of a pair that is gone takes its place; where nothing did, the row has no pair any more. */
export function takeGone(draft: Draft, retires: boolean): void {
  const live = [...draft.pairs].filter(([key]) => !draft.gone.has(key));
  const isReplaced = live.length > 0 && live.every(([, { asked }]) => asked);
  if (!retires && !isReplaced && draft.before?.state !== "廃止") draft.gone.clear();
  else draft.pairs = new Map(live);
  lead(draft);
}

/** Of pairs that came together, the first is the row's. */
function lead({ pairs }: Draft): void {
  const [first] = pairs;
  if (first !== undefined && [...pairs.values()].every(({ asked }) => asked))
    pairs.set(first[0], { ...first[1], asked: false });
}

/** Does what people allowed with 確認済, and tells which rows change their code by it. */
export function settle(drafts: Drafts, isTaken: IsTaken): Rename[] {
  const ticked = [...drafts.all].filter(isTicked);
  const renames = ticked.flatMap((draft) => renamed(draft, drafts, isTaken));
  for (const draft of ticked) {
    allow(draft);
    release(draft, drafts);
  }
  return renames;
}

const stood = ({ before }: Draft, question: string): boolean =>
  before?.question.split("\n").includes(question) ?? false;

/** What waited for the new code joins the row, and is asked about; what only had the former one is a product of its own. */
function renamed(draft: Draft, drafts: Drafts, isTaken: IsTaken): Rename[] {
  const to = newCode(draft);
  const from = draft.code;
  if (to === undefined || isTaken(to, draft) || !stood(draft, codeChanged(from, to))) return [];
  const left = [...draft.pairs].filter(([, { asked }]) => asked);
  for (const [key] of left) draft.pairs.delete(key);
  const waiting = drafts.find(to);
  if (waiting !== undefined) {
    drafts.remove(waiting);
    for (const [key, pair] of waiting.pairs) draft.pairs.set(key, { ...pair, asked: true });
    for (const [key, listing] of waiting.listings) draft.listings.set(key, listing);
  }
  drafts.rename(draft, to);
  for (const [key, pair] of draft.pairs) if (pair.movedTo === to) draft.pairs.set(key, { ...pair, movedTo: "" });
  draft.settled.push(codeChanged(from, to));
  for (const [key] of left) {
    const listing = draft.listings.get(key);
    if (listing !== undefined) lead(drafts.join({ listing, code: from }));
  }
  return [{ from, to }];
}

/** A pair that came after the question was read is asked about anew, together with the others. */
function allow(draft: Draft): void {
  const { asked } = standingOf(draft);
  const named = new Set(
    otherPairs(draft.before?.otherPairs ?? "")
      .filter((pair) => pair.asked)
      .map(pairKey),
  );
  if (asked.length === 0 || !asked.every((pair) => named.has(pairKey(pair)))) return;
  draft.settled.push(sharedCode([...draft.pairs.values()]));
  for (const [key, pair] of draft.pairs) draft.pairs.set(key, { ...pair, asked: false });
}

/** A pair that is to be a product of its own goes as soon as its listing is there, which makes that product. */
function release(draft: Draft, drafts: Drafts): void {
  if (newCode(draft) !== undefined) return;
  for (const [key, pair] of [...draft.pairs]) {
    const listing = draft.listings.get(key);
    if (pair.movedTo === "" || listing === undefined || !stood(draft, partMoved(pair))) continue;
    draft.pairs.delete(key);
    draft.settled.push(partMoved(pair));
    lead(drafts.join({ listing, code: pair.movedTo }));
  }
}
