import { shortTime } from "../../../core/jst.ts";
import { oneLine } from "../../../core/line-break.ts";
import { AWAITED } from "../../../shop/order.ts";
import { goodsSummary } from "./goods-summary.ts";
import { altered, change, type KnownLine, lineChanges, matches } from "./line-changes.ts";
import { quietFacts } from "./rms-facts.ts";
import type { Shipment, ShipmentLine } from "./shipment.ts";
import { isInWork, type StaffEntries } from "./staff-entries.ts";

export type ListedShipment = Shipment & StaffEntries;

/** A row as the list has it. One whose seal is broken was altered by something else than an import. */
export interface KnownShipment {
  readonly shipment: ListedShipment;
  readonly intact: boolean;
}

type Field = keyof Shipment;

export interface FieldTexts {
  /** The name of a field as its column shows it. */
  readonly fieldName: (field: Field) => string;
  readonly valueText: (field: Field, shipment: Shipment) => string;
}

/** Fields that a social gift fills in when its receiver tells the address. */
const address: readonly Field[] = ["name", "kana", "postcode", "prefecture", "city", "street", "phone"];
const counted: readonly Field[] = ["lineCount", "units"];

/** Empty until RMS has fixed the amount, or people the master: that it comes is no change. */
const filledLater: readonly Field[] = ["codFee", "requestPrice", "bandCode", "temperature"];

/** The shop has orders without these, so that an empty cell may be what an import wrote. */
const optional: readonly Field[] = [
  ...(["deliveryMethod", "wishedDate", "wishedTerm", "dropOff", "nextDay"] as const),
  ...(["gift", "noshi", "wrapping", "remarks"] as const),
  ...(["caution", "shopMemo", "rmsTrackingNumbers", "rmsShippedOn"] as const),
];

/** A change of these means that something already picked or packed may be wrong. */
const watched: readonly Field[] = ["payment", "codFee", "requestPrice", ...optional, ...address, ...counted];

/** What follows from the masters: rows that nobody has begun to pack just follow. */
const dispatch: readonly Field[] = ["suggestedCarrier", "temperature", "bandCode", "shipOn"];

/** What a row says of itself. */
const ownState: readonly Field[] = [
  ...(["state", "changes", "acknowledged", "questions"] as const),
  ...(["askedOfMasters", "progress"] as const),
];

/** What became of one destination since the list was written, a text each. */
export function shipmentChanges(
  { shipment: before, intact }: KnownShipment,
  after: Shipment,
  knownLines: readonly KnownLine[],
  lines: readonly ShipmentLine[],
  texts: FieldTexts,
): string[] {
  const complete = matches(knownLines, before.lineCount, before.units);
  const unwatched: Field[] = [
    ...(before.prefecture === AWAITED ? address : []),
    ...(complete ? counted : []),
    // Follows from the lines, which tell of themselves.
    ...(before.goods === goodsSummary(knownLines.map(({ line }) => line)) ? (["goods"] as const) : []),
    // What somebody typed there is told all the same.
    ...quietFacts(before, after).filter((field) => intact || before[field] === ""),
  ];
  const mayBeNew = (field: Field) => (intact ? !filledLater.includes(field) : optional.includes(field));
  return [
    ...(intact ? watchedOf(before) : fromShop(after))
      .filter((field) => !unwatched.includes(field) && ((before[field] ?? "") !== "" || mayBeNew(field)))
      .flatMap((field) =>
        change(`${texts.fieldName(field)}:`, texts.valueText(field, before), texts.valueText(field, after)),
      )
      .map((note) => (intact ? note : altered(note))),
    ...lineChanges(knownLines, lines, { complete, inWork: isInWork(before) }),
  ];
}

const watchedOf = (before: ListedShipment): readonly Field[] =>
  isInWork(before) && before.suggestedCarrier !== "" ? [...watched, ...dispatch] : watched;

/** On a row that was altered, anything may be what somebody typed there: people hear of it before the shop's value takes its place. */
const fromShop = (row: Shipment): Field[] => (Object.keys(row) as Field[]).filter((field) => !ownState.includes(field));

/** A cell holds 50,000 characters. */
const LONGEST = 49_000;

/** Newest last; the oldest notes give way. */
export function withNote(text: string, now: Date, note: string): string {
  const notes = [...(text === "" ? [] : text.split("\n")), `${shortTime(now)} ${oneLine(note)}`].slice(-50);
  while (notes.join("\n").length > LONGEST) notes.shift();
  return notes.join("\n");
}
