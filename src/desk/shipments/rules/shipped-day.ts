import { type Serial, serialOfRms } from "../../../core/jst.ts";
import { sentRecords } from "../../reports/rules/sent-records.ts";
import { recordsIn } from "./rms-facts.ts";
import type { Shipment } from "./shipment.ts";

/** What a row says of when it was shipped. */
export interface ShippedCells
  extends Pick<
    Shipment,
    | "rmsDetailIds"
    | "rmsCarriers"
    | "rmsTrackingNumbers"
    | "rmsShippedOn"
    | "orderedAt"
    | "confirmedAt"
    | "shipOn"
    | "wishedDate"
  > {
  /** 発送日; what is no day there is null. */
  readonly shippedOn: Serial | null;
  readonly sentRecords: string;
  readonly reportedAt: Serial | null;
}

/**
 * The day on which a row's parcels left: what people entered, else what RMS holds, else what reports told RMS, else when the
 * last one was sent. A day before the order or after today is a slip of the pen, and the next one counts. Undefined where none does.
 */
export function shippedDay(row: ShippedCells, today: Serial): Serial | undefined {
  const ordered = Math.floor(row.orderedAt ?? 0);
  const isPlausible = (day: Serial) => day >= ordered && day <= today;
  const sources = [[row.shippedOn], rmsDays(row), sentDays(row), [row.reportedAt]];
  return sources
    .map((days) => latest(days.flatMap((day) => day ?? []).filter(isPlausible)))
    .find((day) => day !== undefined);
}

/** The last day that says anything of a row whose parcels never left, or nobody wrote down when; null where there is none. */
export const lastDay = ({ orderedAt, confirmedAt, shipOn, wishedDate }: ShippedCells): Serial | undefined =>
  latest([orderedAt, confirmedAt, shipOn, wishedDate].flatMap((day) => day ?? []));

const rmsDays = (row: ShippedCells): (Serial | null)[] =>
  recordsIn(row).map(({ shippedOn }) => serialOfRms(shippedOn.replace(/\//g, "-")) ?? null);

const sentDays = ({ sentRecords: sent }: ShippedCells): (Serial | null)[] =>
  sentRecords(sent)
    .filter(({ over }) => over === undefined)
    .map(({ shippedOn }) => shippedOn);

const latest = (days: readonly Serial[]): Serial | undefined =>
  days.length === 0 ? undefined : Math.floor(Math.max(...days));
