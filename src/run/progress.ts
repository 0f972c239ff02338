/** Tells people how far a run is: so many of so many, and how long the rest takes at the pace so far. */
export type Telling = (what: string, done: number, total: number) => void;

/** Often enough that nobody wonders, seldom enough that a run does not spend its time on it. */
const EVERY = 3000;

/** A message every few seconds at most, the first after as many. The pace is that of what is told of, from when it began. */
export function telling(now: () => Date, tell: (message: string) => void): Telling {
  let told = now().getTime();
  let under: { readonly what: string; readonly since: number; readonly done: number } | undefined;
  return (what, done, total) => {
    const at = now().getTime();
    if (under?.what !== what) under = { what, since: at, done };
    if (at - told < EVERY) return;
    told = at;
    const pace = (at - under.since) / (done - under.done);
    tell(progressText(what, done, total, pace * (total - done)));
  };
}

/** `発送前の注文を確認中: 1,200 / 3,677件、残り約20秒`. */
export function progressText(what: string, done: number, total: number, left: number): string {
  const rest = Number.isFinite(left) && left > 0 ? `、残り約${duration(left)}` : "";
  return `${what}: ${many(done)} / ${many(total)}件${rest}`;
}

const many = (count: number): string => count.toLocaleString("ja-JP");

/** Rounded up: to five seconds, from a minute on to minutes. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 5000) * 5;
  return seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分`;
}
