import { groupedBy } from "../../../core/grouped.ts";
import type { Serial } from "../../../core/jst.ts";
import { nextBusinessDay } from "../../../shop/business-day.ts";
import { type CarrierCode, carrierOfLabel } from "../../../shop/carrier.ts";
import { isNearDay, meantDay } from "../../../shop/meant-day.ts";
import type { ShippingDateRule } from "../../../shop/shipping-date.ts";
import { numberDoubt, plainNumber, type TypedNumbers, typedNumbers } from "../../../shop/tracking-number.ts";
import { hasOldTick, isWithheld } from "../../shipments/rules/report-permission.ts";
import { hasLeft } from "../../shipments/rules/staff-entries.ts";
import type { HeldRecord, Wanted } from "./held.ts";
import type { ReportRow } from "./report-row.ts";
import { isSettled, isUnderWay } from "./report-standing.ts";
import { MOST_RECORDS, texts } from "./report-texts.ts";
import { type SentRecord, sameWanted, sentDay, sentRecords, wantedOf } from "./sent-records.ts";

export interface JudgeContext {
  readonly now: Serial;
  readonly shippingDate: ShippingDateRule;
  /** 休業日マスタ. */
  readonly isClosed: (day: Serial) => boolean;
  /** Parcels that have left and whose day nobody entered left on this day, as people said of this report; while it is today. */
  readonly blankDay?: Serial | undefined;
  /** Why nobody can tell, where 休業日マスタ has a cell that cannot be used. */
  readonly unsure?: string | undefined;
}

/** A row whose records RMS may have to be told of. */
export interface Candidate {
  readonly row: ReportRow;
  readonly wanted: Wanted;
  readonly sent: readonly SentRecord[];
}

export interface Refused {
  readonly row: ReportRow;
  readonly reason: string;
  /** The row itself says why it waits (保留, 要確認, 取消, wandered entries): nothing about its report is wrong. */
  readonly held: boolean;
}

export interface Judged {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly Refused[];
  /** What looks wrong on candidates, and stops nothing. */
  readonly warned: readonly { readonly row: ReportRow; readonly reason: string }[];
  /** Rows whose last report is under way: they are settled before anything more is sent of them. */
  readonly underWay: readonly ReportRow[];
}

type Verdict =
  | { readonly candidate: Candidate; readonly warnings: readonly string[] }
  | { readonly refusal: string; readonly held: boolean }
  | undefined;

/** What is to be reported of the rows of 出荷リスト, and what cannot be, and why. Pass all rows: numbers are compared among them. */
export function judge(rows: readonly ReportRow[], context: JudgeContext): Judged {
  const entered = rows.map((row) => ({ row, typed: typedNumbers(row.trackingNumber) }));
  const others = sharedNumbers(entered);
  const underWay = new Set(rows.filter((row) => isUnderWay(row.report, context.now)));
  const candidates: Candidate[] = [];
  const refused: Refused[] = [];
  const warned: Judged["warned"][number][] = [];
  for (const { row, typed } of entered) {
    if (underWay.has(row)) continue;
    const verdict = verdictOn(row, typed, others, context);
    if (verdict === undefined) continue;
    if ("refusal" in verdict) refused.push({ row, reason: verdict.refusal, held: verdict.held });
    else {
      candidates.push(verdict.candidate);
      for (const reason of verdict.warnings) warned.push({ row, reason });
    }
  }
  return { candidates, refused, warned, underWay: [...underWay] };
}

interface Entered {
  readonly row: ReportRow;
  readonly typed: TypedNumbers;
}

/** By number, the rows that have it, where those are several. A cancelled order's label may go onto another parcel. */
function sharedNumbers(entered: readonly Entered[]): ReadonlyMap<string, readonly ReportRow[]> {
  const uses = entered
    .filter(({ row }) => row.state !== "取消")
    .flatMap(({ row, typed }) => typed.numbers.map((number) => ({ number, row })));
  const shared = [...groupedBy(uses, ({ number }) => number)].filter(([, all]) => all.length > 1);
  return new Map(shared.map(([number, all]) => [number, all.map(({ row }) => row)]));
}

function verdictOn(
  row: ReportRow,
  typed: TypedNumbers,
  shared: ReadonlyMap<string, readonly ReportRow[]>,
  context: JudgeContext,
): Verdict {
  const sent = sentRecords(row.report.sentRecords);
  if (isClosedElsewhere(row, typed) || !isEntered(row, typed, sent, context)) return undefined;
  const carrier = carrierOfLabel(row.carrier.normalize("NFKC"));
  const day = dayFor(row, toldDay(row, typed, sent), context);
  if (carrier !== undefined && typeof day === "number" && typed.flawed.length === 0) {
    const wanted = { carrier, numbers: typed.numbers, shippedOn: day };
    if (isKnown(row, wanted, sent)) return undefined;
  }
  const hold = holdOf(row);
  if (hold !== undefined) return hold === "" ? undefined : { refusal: hold, held: true };
  const flaw =
    numberFlaw(row, typed, sent) ?? carrierFlaw(row, carrier) ?? (typeof day === "number" ? undefined : day.flaw);
  if (flaw !== undefined) return { refusal: flaw, held: false };
  const wanted = { carrier: carrier as CarrierCode, numbers: typed.numbers, shippedOn: day as Serial };
  const twice = sharing(row, wanted.numbers, shared);
  const isConfirmed = row.cancelConfirmed && !hasOldTick(row.questions);
  if (twice.length > 0 && !isConfirmed)
    return { refusal: twice.map(([number, orders]) => texts.shared(number, orders)).join("\n"), held: false };
  return {
    candidate: { row, wanted, sent },
    warnings: [
      ...(typed.repeated.length > 0 ? [texts.repeated(typed.repeated)] : []),
      ...twice.map(([number, orders]) => texts.sharedConfirmed(number, orders)),
      ...wanted.numbers.flatMap((number) => doubtOf(number, wanted.carrier)),
    ],
  };
}

/** People have said that it goes out, and on which day where they say that. A carrier or a day alone may be a plan. */
function isEntered(row: ReportRow, typed: TypedNumbers, sent: readonly SentRecord[], context: JudgeContext): boolean {
  const hasNumber = typed.numbers.length + typed.flawed.length > 0;
  const hasDay = row.shippedOn !== null && row.shippedOn !== "";
  if (hasLeft(row) || sent.length > 0) return true;
  return hasDay ? hasNumber || row.carrier.trim() !== "" : hasNumber && context.shippingDate !== "entered";
}

/** Nothing new: RMS was told of exactly this. */
function isKnown({ report }: ReportRow, wanted: Wanted, sent: readonly SentRecord[]): boolean {
  const before = wantedOf(sent);
  return isSettled(report) && before !== undefined && sameWanted(wanted, before);
}

/** RMS showed it as shipped before we had to do with it, and with no other number than the row's. */
function isClosedElsewhere({ state, report, listed }: ReportRow, { numbers, flawed }: TypedNumbers): boolean {
  if (state !== "出荷済" || report.reportState !== "") return false;
  const there = new Set(listed.map(({ trackingNumber }) => plainNumber(trackingNumber)));
  return flawed.length > 0 || numbers.every((number) => there.has(number));
}

/** Why nothing of the row may go out for now; empty where there is nothing to say of it. */
function holdOf(row: ReportRow): string | undefined {
  if (row.state === "取消" && isWithheld(row)) return texts.cancelledRow;
  if (row.state === "取消" && !row.cancelConfirmed) return "";
  if (row.state === "保留" || row.shippingStatus === "保留") return texts.heldRow;
  if (row.state === "要確認") return texts.questionedRow;
  return row.proven ? undefined : texts.wandered;
}

function numberFlaw(row: ReportRow, typed: TypedNumbers, sent: readonly SentRecord[]): string | undefined {
  const { numbers, flawed } = typed;
  if (flawed.length > 0) return flawed.map(({ typed: text, flaw }) => texts.flawed(text, flaw)).join("\n");
  if (numbers.length > MOST_RECORDS) return texts.tooMany(numbers.length);
  if (numbers.length > 0 || row.untracked) return undefined;
  const before = sent.filter(({ over }) => over === undefined).map(({ trackingNumber }) => trackingNumber);
  return before.some(Boolean) ? texts.emptied(before) : texts.noNumber;
}

function carrierFlaw({ carrier: typed }: ReportRow, carrier: CarrierCode | undefined): string | undefined {
  if (carrier !== undefined) return undefined;
  return typed.trim() === "" ? texts.noCarrier : texts.unknownCarrier(typed);
}

/** The day that RMS was told of these parcels. Where the row lost what it said of its report, what RMS showed at the last import tells. */
function toldDay({ listed }: ReportRow, { numbers }: TypedNumbers, sent: readonly SentRecord[]): Serial | null {
  const isOwn = ({ trackingNumber }: HeldRecord) =>
    numbers.length === 0 ? trackingNumber === "" : numbers.includes(plainNumber(trackingNumber));
  return sentDay(sent) ?? sentDay(listed.filter(isOwn));
}

/** The day to report. One that RMS was told already stays, unless people enter another. */
function dayFor(
  row: ReportRow,
  told: Serial | null,
  { now, shippingDate, isClosed, unsure, blankDay }: JudgeContext,
): Serial | { readonly flaw: string } {
  const { shippedOn } = row;
  const today = Math.floor(now);
  if (shippingDate === "today") return told ?? today;
  if (shippingDate !== "entered")
    return told ?? (unsure === undefined ? nextBusinessDay(today, isClosed) : { flaw: texts.noCalendar(unsure) });
  if (shippedOn === null || shippedOn === "")
    return told ?? (blankDay === today && hasLeft(row) ? today : { flaw: texts.noDay });
  if (typeof shippedOn === "string") return { flaw: texts.notADay(shippedOn, meantDay(shippedOn, today)) };
  const day = Math.floor(shippedOn);
  return isNearDay(day, today) ? day : { flaw: texts.farDay(day, meantDay(shippedOn, today)) };
}

const SHOWN = 3;

/** Of a row's numbers those that other rows have too, with their orders. */
const sharing = (
  row: ReportRow,
  numbers: readonly string[],
  shared: ReadonlyMap<string, readonly ReportRow[]>,
): [number: string, orders: string[]][] =>
  numbers.flatMap((number): [string, string[]][] => {
    const others = (shared.get(number) ?? []).filter((other) => other.key !== row.key);
    const orders = [...new Set(others.map(({ orderNumber }) => orderNumber))];
    const more = orders.length > SHOWN ? [`ほか${orders.length - SHOWN}件`] : [];
    return others.length === 0 ? [] : [[number, [...orders.slice(0, SHOWN), ...more]]];
  });

function doubtOf(number: string, carrier: CarrierCode): string[] {
  const doubt = numberDoubt(carrier, number);
  return doubt === undefined ? [] : [texts[doubt](number, carrier)];
}
