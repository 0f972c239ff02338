import { chunksOf, wholePages } from "../../src/desk/products/rules/csv/chunks.ts";
import type { ImportPart, PartAnswer, PartCounts } from "../../src/desk/products/rules/csv/import-wire.ts";
import { inBreaths } from "./breathe.ts";
import type { Preview } from "./preview.ts";

/** Listings that are sent at once: each call reads the sheets anew, and people see the bar move between two, soon for the first time. */
const listingsOf = (part: number): number => (part === 0 ? 300 : 3000);
const PAGES = 2000;

/** How far an import came. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Why it does not go on just now. */
  readonly waiting?: string;
}

export interface Sent extends Progress {
  readonly counts: PartCounts;
  readonly how: "done" | "cancelled" | "failed";
  /** Why it failed. */
  readonly message?: string;
}

export interface Sending {
  readonly preview: Preview;
  /** The operator's word that what the files do not have is gone. */
  readonly retires: boolean;
  readonly run: string;
  readonly send: (part: string) => Promise<PartAnswer>;
  readonly pause: (seconds: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Sends the parts one after the other. Cancelled, it keeps what is committed and tells the add-on that no more comes. */
export async function sendImport(sending: Sending): Promise<Sent> {
  const { signal, onProgress } = sending;
  const parts = await partsOf(sending);
  const total = sending.preview.read.listings.length;
  let counts: PartCounts = { added: 0, updated: 0, asked: 0, retired: 0 };
  let done = 0;
  for (const [part, body] of parts.entries()) {
    if (signal.aborted) {
      await oneMore(sending, part);
      return { how: "cancelled", counts, done, total };
    }
    onProgress({ done, total });
    const answer = await answered(sending, { ...body, part }, (waiting) => onProgress({ done, total, waiting }));
    if (answer === undefined) {
      await oneMore(sending, part);
      return { how: "cancelled", counts, done, total };
    }
    if (!answer.done) return { how: "failed", message: answer.message, counts, done, total };
    counts = answer.counts;
    done += body.listings.length;
  }
  return { how: "done", counts, done, total };
}

type Body = Omit<ImportPart, "part">;

async function partsOf({ preview, retires, run, signal }: Sending): Promise<readonly Body[]> {
  const { read, codeField, judged } = preview;
  const pages = await inBreaths(wholePages(read), signal);
  const chunks = await inBreaths(chunksOf(read, pages, judged.known, codeField, listingsOf), signal);
  const gone = retires ? judged.gone.pages : [];
  const bodies = [
    ...chunks.map((chunk) => ({ ...chunk, listings: chunk.listings.map(({ listing }) => listing), retires: false })),
    // Last, when what may take the place of a SKU that is gone is there.
    ...Array.from({ length: Math.ceil(gone.length / PAGES) }, (_, at) => ({
      listings: [],
      pages: gone.slice(at * PAGES, (at + 1) * PAGES),
      retires: true,
    })),
  ];
  return bodies.map((body, at) => {
    const isLast = at === bodies.length - 1;
    return { ...body, run, codeField, next: isLast ? "end" : "more", refused: isLast ? unread(preview) : {} };
  });
}

/** What the add-on never hears of, by reason. */
function unread({ refused, judged }: Preview): Record<string, number> {
  const count = refused.length - judged.refusals.length;
  return count === 0 ? {} : { 読み取れない行: count };
}

/** Closes the line of 連携ログ; where that fails, the next run does it. */
async function oneMore({ send, run, preview: { codeField } }: Sending, part: number): Promise<void> {
  const nothing = { listings: [], pages: [], retires: false, refused: {} };
  await send(JSON.stringify({ ...nothing, run, part, codeField, next: "cancelled" } satisfies ImportPart)).catch(
    () => {},
  );
}

const AGAIN = 3;
const BUSY_SECONDS = 10;
const BUSY_TIMES = 90;

/** Tries again while others are at work or an answer is lost: a part that arrived already is not done twice. Undefined once cancelled. */
async function answered(
  { send, pause, signal }: Sending,
  part: ImportPart,
  onWait: (why: string) => void,
): Promise<PartAnswer | undefined> {
  const text = JSON.stringify(part);
  let lost = 0;
  for (let busy = 0; ; ) {
    try {
      const answer = await send(text);
      lost = 0;
      if (answer.done && !answer.left) return answer;
      if (!answer.done) {
        if (!answer.wait || ++busy > BUSY_TIMES) return answer;
        onWait(answer.message);
        await pause(BUSY_SECONDS);
      }
    } catch (error) {
      const { message } = error as Error;
      if (++lost > AGAIN) return { done: false, wait: false, message };
      onWait(message);
      await pause(lost * BUSY_SECONDS);
    }
    if (signal.aborted) return undefined;
  }
}
