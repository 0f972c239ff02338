import { dateText, type Serial, serialOfRms } from "../../../core/jst.ts";
import { linesOf } from "../../../core/line-break.ts";
import { carriers } from "../../../shop/carrier.ts";
import { plainNumber } from "../../../shop/tracking-number.ts";
import type { HeldRecord, Wanted } from "./held.ts";

/** Something that RMS may hold by a report of a row. */
export interface SentRecord extends HeldRecord {
  /** 以前: what an earlier report sent and this one replaces. 削除: what this one takes away. */
  readonly over?: "以前" | "削除";
}

const NEW = "new";
const NONE = "-";

/** One record a line: `7001 1001 390000000014 2026/11/24`, `new …` while RMS has given it no id, with what it was at its end. */
export const sentText = (records: readonly SentRecord[]): string => [...new Set(records.map(lineOf))].join("\n");

const lineOf = ({ detailId, carrier, trackingNumber, shippedOn, over }: SentRecord): string =>
  [
    detailId ?? NEW,
    carrier || NONE,
    plainNumber(trackingNumber) || NONE,
    shippedOn === null ? NONE : dateText(shippedOn),
    ...(over === undefined ? [] : [over]),
  ].join(" ");

const LINE = /^(\d+|new) (\S+) (\S+) (\d{4}\/\d\d\/\d\d|-)(?: (以前|削除))?$/;

/** What the cell tells; lines that people wrote there are passed over. */
export const sentRecords = (text: string): SentRecord[] =>
  linesOf(text).flatMap((line) => {
    const [, detailId, carrier, number, date, over] = LINE.exec(line) ?? [];
    if (detailId === undefined || carrier === undefined || number === undefined || date === undefined) return [];
    return [
      {
        detailId: detailId === NEW ? null : Number(detailId),
        carrier: carrier === NONE ? "" : carrier,
        trackingNumber: number === NONE ? "" : number,
        shippedOn: serialOfRms(date.replace(/\//g, "-")) ?? null,
        ...(over === "以前" || over === "削除" ? { over } : {}),
      },
    ];
  });

/** What the last report wanted RMS to hold; undefined where there was none. */
export function wantedOf(sent: readonly SentRecord[]): Wanted | undefined {
  const wanted = sent.filter(({ over }) => over === undefined);
  const [first] = wanted;
  if (first === undefined || first.shippedOn === null || !isCarrier(first.carrier)) return undefined;
  const numbers = wanted.map(({ trackingNumber }) => trackingNumber).filter(Boolean);
  return { carrier: first.carrier, numbers, shippedOn: first.shippedOn };
}

const isCarrier = (code: string): code is Wanted["carrier"] => code in carriers;

export const sameWanted = (one: Wanted, other: Wanted): boolean =>
  one.carrier === other.carrier &&
  one.shippedOn === other.shippedOn &&
  one.numbers.length === other.numbers.length &&
  one.numbers.every((number) => other.numbers.includes(number));

/** The day on which a report first told that the parcels were shipped; RMS holds it, or may. */
export const sentDay = (sent: readonly SentRecord[]): Serial | null =>
  sent.find(({ over, shippedOn }) => over === undefined && shippedOn !== null)?.shippedOn ?? null;

/** Of what RMS holds, what reports of a row have put there. */
export function oursIn(held: readonly HeldRecord[], sent: readonly SentRecord[]): HeldRecord[] {
  const isOurs = ourRecord(sent);
  return held.filter(isOurs);
}

/** By its number; where it has none by its id, or, before that was known, by all that we told of it. */
export function ourRecord(sent: readonly SentRecord[]): (record: HeldRecord) => boolean {
  const numbers = new Set(sent.map(({ trackingNumber }) => plainNumber(trackingNumber)).filter(Boolean));
  const ids = new Set(sent.flatMap(({ detailId }) => detailId ?? []));
  const nameless = sent.filter(({ detailId, trackingNumber }) => detailId === null && trackingNumber === "");
  return ({ detailId, carrier, trackingNumber, shippedOn }) => {
    if (trackingNumber.trim() !== "") return numbers.has(plainNumber(trackingNumber));
    if (detailId !== null && ids.has(detailId)) return true;
    return nameless.some((one) => one.carrier === carrier && one.shippedOn === shippedOn);
  };
}
