import type { Serial } from "../../../core/jst.ts";
import { plainNumber } from "../../../shop/tracking-number.ts";
import type { HeldRecord, Wanted } from "./held.ts";
import { MOST_RECORDS, texts } from "./report-texts.ts";
import { ourRecord, type SentRecord } from "./sent-records.ts";

/** A record of a report, as `sendShipmentReports` takes it. */
export interface PlannedRecord {
  readonly detailId?: number;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly shippedOn?: Serial | "";
  readonly remove?: true;
}

export interface RecordPlan {
  /** What to send; empty when RMS has it all, and when it is refused. */
  readonly records: readonly PlannedRecord[];
  /** RMS holds each wanted record, once, and none that an earlier report sent. */
  readonly complete: boolean;
  /** The wanted records once more, each by its id: a report closes an order whose records came into RMS otherwise. */
  readonly again: readonly PlannedRecord[];
  /** Blank records that nothing is wanted for: they keep the order open and unbilled. */
  readonly leftovers: readonly HeldRecord[];
  /** What RMS may hold by reports of this row, once `records` are under way. */
  readonly sent: readonly SentRecord[];
  /** Why nothing may be sent. */
  readonly refusal?: string;
}

/**
 * What makes the records that RMS holds of a destination those that are wanted: a number that is there keeps its record, what
 * an earlier report sent gets a new number or goes, blank records are filled before any is added. A number that is
 * neither wanted nor ours is somebody else's, and stops it all.
 */
export function recordPlan(wanted: Wanted, sent: readonly SentRecord[], held: readonly HeldRecord[]): RecordPlan {
  const sorted = sortedFor(wanted, sent, held);
  const { kept, doubles, stale, blanks, open } = sorted;
  const spare = [...stale, ...blanks].filter(hasId);
  const filled = open.map((number, at) => ({ number, record: spare[at] }));
  const gone = [...doubles, ...stale.filter((record) => !filled.some((one) => one.record === record))];
  const leftovers = blanks.filter((record) => !filled.some((one) => one.record === record));
  const stood = [...kept].map(([number, record]) => ({ number, record }));
  const altered = stood.filter(({ record }) => !isAs(wanted, record));
  const changes = [...altered, ...filled];
  const records = [
    ...changes.map(({ number, record }) => written(wanted, number, record)),
    ...gone.filter(hasId).map(({ detailId }) => ({ detailId, remove: true }) as const),
  ];
  const refusal = refusalOf(sorted, [...altered.map(({ record }) => record), ...gone], records.length);
  const plan = {
    complete: refusal === undefined && records.length === 0,
    again: stood.filter(({ record }) => hasId(record)).map(({ number, record }) => written(wanted, number, record)),
    leftovers,
  };
  if (refusal !== undefined) return { ...plan, records: [], sent, refusal };
  return { ...plan, records, sent: sentAfter(wanted, sent, [...stood, ...filled], gone) };
}

interface Sorted {
  /** By wanted number, the record that has it. */
  readonly kept: ReadonlyMap<string, HeldRecord>;
  /** More records of a number that is kept. */
  readonly doubles: readonly HeldRecord[];
  /** Sent by us, and no longer wanted as they are. */
  readonly stale: readonly HeldRecord[];
  /** Without a number, and not by us. */
  readonly blanks: readonly HeldRecord[];
  readonly foreign: readonly HeldRecord[];
  /** Wanted numbers that no record has; an empty one stands for a parcel without. */
  readonly open: readonly string[];
}

function sortedFor(wanted: Wanted, sent: readonly SentRecord[], held: readonly HeldRecord[]): Sorted {
  const targets = wanted.numbers.length === 0 ? [""] : wanted.numbers;
  const isOurs = ourRecord(sent);
  const ids = new Set(sent.flatMap(({ detailId }) => detailId ?? []));
  const isNamed = ({ detailId }: HeldRecord) => detailId !== null && ids.has(detailId);
  const kept = new Map<string, HeldRecord>();
  const [doubles, stale, blanks, foreign]: [HeldRecord[], HeldRecord[], HeldRecord[], HeldRecord[]] = [[], [], [], []];
  // Of several with one number the one that a report of ours named is kept.
  for (const record of [...held.filter(isNamed), ...held.filter((one) => !isNamed(one))]) {
    const number = numberOf(record);
    const fits = targets.includes(number) && (number !== "" || isOurs(record) || isAs(wanted, record));
    if (fits && !kept.has(number)) kept.set(number, record);
    else if (fits && number !== "") doubles.push(record);
    else if (isOurs(record)) stale.push(record);
    else if (number === "") blanks.push(record);
    else foreign.push(record);
  }
  return { kept, doubles, stale, blanks, foreign, open: targets.filter((target) => !kept.has(target)) };
}

/** What somebody wrote there that is no number, such as `-`, is still theirs. */
const numberOf = ({ trackingNumber }: HeldRecord): string =>
  trackingNumber.trim() === "" ? "" : plainNumber(trackingNumber) || trackingNumber;

const hasId = (record: HeldRecord): record is HeldRecord & { readonly detailId: number } => record.detailId !== null;

const isAs = ({ carrier, shippedOn }: Wanted, record: HeldRecord): boolean =>
  record.carrier === carrier && record.shippedOn === shippedOn;

/** Of a parcel without a number the key is left out, unless there is a number to take away. */
function written({ carrier, shippedOn }: Wanted, number: string, record: HeldRecord | undefined): PlannedRecord {
  const isToClear = number === "" && record !== undefined && record.trackingNumber !== "";
  return {
    ...(record?.detailId == null ? {} : { detailId: record.detailId }),
    carrier,
    ...(number !== "" || isToClear ? { trackingNumber: number } : {}),
    shippedOn,
  };
}

function refusalOf({ foreign }: Sorted, touched: readonly HeldRecord[], count: number): string | undefined {
  if (foreign.length > 0) return texts.foreign(foreign.map(({ trackingNumber }) => trackingNumber));
  if (!touched.every(hasId)) return texts.nameless;
  return count > MOST_RECORDS ? texts.tooManyRecords(count) : undefined;
}

interface Filled {
  readonly number: string;
  readonly record: HeldRecord | undefined;
}

function sentAfter(
  { carrier, shippedOn }: Wanted,
  before: readonly SentRecord[],
  filled: readonly Filled[],
  gone: readonly HeldRecord[],
): SentRecord[] {
  const now = filled.map(({ number, record }) => ({
    detailId: record?.detailId ?? null,
    carrier,
    trackingNumber: number,
    shippedOn,
  }));
  const removed = gone.map((record) => ({ ...record, over: "削除" }) as const);
  const known = new Set([...now, ...removed].map(({ trackingNumber }) => plainNumber(trackingNumber)));
  // Until it is settled RMS may still hold what this replaces.
  const earlier = before
    .filter(({ trackingNumber }) => trackingNumber !== "" && !known.has(plainNumber(trackingNumber)))
    .map((record) => ({ ...record, over: "以前" }) as const);
  return [...now, ...removed, ...earlier];
}
