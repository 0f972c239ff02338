import { shortTime } from "../../../core/jst.ts";
import type { Waiting } from "./notice-state.ts";
import { andMore, droppedText, noticeTitle, SIGNATURE, saidOf, testCure, testTitle } from "./notice-texts.ts";

/** What waited, as one message. It holds no name, address or key, and by its link the spreadsheet that it is about. */
export interface Digest {
  readonly subject: string;
  readonly body: string;
}

/** Slack cuts a message of more letters in two, after it has escaped some of them. */
const LONGEST = 3_500;

/** How many things of each entry are named, as long as that fits. */
const SHOWN = [20, 10, 5, 2, 0];

/** `link` leads to the spreadsheet. */
export function digestOf(entries: readonly Waiting[], dropped: number, link: string): Digest {
  const subject = noticeTitle(entries.length + dropped, entries[0] === undefined ? "" : saidOf(entries[0]).title);
  const tail = [...(dropped === 0 ? [] : [droppedText(dropped)]), link, SIGNATURE];
  const bodies = SHOWN.map((shown) => [...entries.map((entry) => entryText(entry, shown)), ...tail].join("\n\n"));
  return { subject, body: bodies.find((body) => body.length <= LONGEST) ?? shortest(entries, dropped, link) };
}

function entryText(entry: Waiting, shown: number): string {
  const { title, cure } = saidOf(entry);
  const items = entry.items.slice(0, shown);
  const more = items.length > 0 && entry.count > items.length ? [andMore(entry.count - items.length)] : [];
  return [`■ ${shortTime(new Date(entry.since))} ${title}。`, cure, ...items, ...more].filter(Boolean).join("\n");
}

/** As many entries as fit, their titles alone; the last are the newest. */
function shortest(entries: readonly Waiting[], dropped: number, link: string): string {
  const titles = entries.map((entry) => `■ ${shortTime(new Date(entry.since))} ${saidOf(entry).title}。`);
  let left = dropped;
  const text = () => [...titles, ...(left === 0 ? [] : [droppedText(left)]), link, SIGNATURE].join("\n\n");
  while (text().length > LONGEST && titles.length > 0) {
    titles.shift();
    left++;
  }
  return text();
}

export const testDigest = (link: string): Digest => ({
  subject: noticeTitle(1, testTitle),
  body: [`${testTitle}。${testCure}`, link, SIGNATURE].join("\n\n"),
});
