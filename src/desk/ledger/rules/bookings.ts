import type { Serial } from "../../../core/jst.ts";
import type { RowFault } from "../../../core/problem.ts";
import { resolve, type Sets } from "../../sets/rules/sets.ts";
import { type Draft, type Entry, kinds } from "./entry.ts";
import { ledgerTexts } from "./ledger-texts.ts";
import { momentOf } from "./moments.ts";

/** A row of 出荷リスト, as far as the ledger asks. */
export interface ListedPackage {
  readonly orderNumber: string;
  readonly basketId: string;
  /** Who says that it left: people, by 出荷ステータス; RMS; nobody; or nobody can tell, as the row's entries may be another's. */
  readonly shipped: "status" | "rms" | "no" | "doubted";
  readonly cancelled: boolean;
  readonly shippedOn: Serial | null;
}

export interface PackedLine {
  readonly productCode: string;
  readonly units: number;
}

export const packageKey = ({ orderNumber, basketId }: Pick<Entry, "orderNumber" | "basketId">): string =>
  `${orderNumber}\u001f${basketId}`;

/** By what a package comes to know of its goods; "changed" where somebody wrote over the lines. */
export type LinesOf = (key: string) => readonly PackedLine[] | "changed";

export interface Bookings {
  readonly drafts: readonly Draft[];
  /** Packages that go out now, and that come back. */
  readonly booked: readonly string[];
  readonly takenBack: readonly string[];
  /** Packages that are shipped and have nothing to book. */
  readonly empty: ReadonlySet<string>;
  readonly faults: readonly RowFault[];
}

/** Entries of goods that left and that nothing takes back, by package. */
export function standingShipments(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const undone = takenBackBy(entries, kinds.unshipment);
  const standing = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== kinds.shipment || undone.has(entry.id)) continue;
    const key = packageKey(entry);
    standing.set(key, [...(standing.get(key) ?? []), entry]);
  }
  return standing;
}

/** The entries that some entry of this kind takes back, or answers. */
export const takenBackBy = (entries: readonly Entry[], kind: Entry["kind"]): ReadonlySet<number> =>
  new Set(entries.flatMap((entry) => (entry.kind === kind && entry.takesBack !== null ? [entry.takesBack] : [])));

/** What the packages of the list have the ledger write: shipped ones once, and back when they are no longer. */
export function bookingsOf(
  packages: readonly ListedPackage[],
  standing: ReadonlyMap<string, readonly Entry[]>,
  linesOf: LinesOf,
  sets: Sets,
  now: Serial,
): Bookings {
  const drafts: Draft[] = [];
  const booked: string[] = [];
  const takenBack: string[] = [];
  const empty = new Set<string>();
  const faults: RowFault[] = [];
  const fault = ({ orderNumber }: ListedPackage, reason: string) => void faults.push({ subject: orderNumber, reason });
  for (const listed of packages) {
    const key = packageKey(listed);
    const out = standing.get(key) ?? [];
    if (listed.shipped === "doubted") fault(listed, ledgerTexts.doubtedStatus);
    else if (listed.shipped === "no") {
      if (out.length === 0 || !isUndone(listed, out)) continue;
      drafts.push(...out.map(takenBackEntry(kinds.unshipment, ledgerTexts.undone)));
      takenBack.push(key);
    } else if (out.length === 0) {
      const goods = goodsOf(linesOf(key), sets);
      if ("reason" in goods) fault(listed, goods.reason);
      else if (goods.units.size === 0) empty.add(key);
      else {
        drafts.push(...shipmentDrafts(listed, listed.shipped, goods.units, now));
        booked.push(key);
      }
    }
  }
  return { drafts, booked, takenBack, empty, faults };
}

/** What RMS said it shipped and then cancelled did not come back by that; what people no longer call shipped did. */
const isUndone = ({ cancelled }: ListedPackage, out: readonly Entry[]): boolean =>
  !cancelled || out.some(({ reason }) => reason === ledgerTexts.shipped.status);

function goodsOf(
  lines: readonly PackedLine[] | "changed",
  sets: Sets,
): { readonly units: ReadonlyMap<string, number> } | { readonly reason: string } {
  if (lines === "changed") return { reason: ledgerTexts.changedLines };
  const units = new Map<string, number>();
  const refused = new Set<string>();
  for (const { productCode, units: ordered } of lines) {
    if (ordered === 0 || productCode === "") continue;
    const parts = resolve(sets, productCode, ordered);
    if (parts === "refused") refused.add(productCode);
    else for (const part of parts) units.set(part.code, (units.get(part.code) ?? 0) + part.units);
  }
  return refused.size > 0 ? { reason: ledgerTexts.refusedSet([...refused]) } : { units };
}

const shipmentDrafts = (
  { orderNumber, basketId, shippedOn }: ListedPackage,
  by: "status" | "rms",
  units: ReadonlyMap<string, number>,
  now: Serial,
): Draft[] =>
  [...units].map(([productCode, many]) => ({
    happenedAt: momentOf(shippedOn, now),
    productCode,
    kind: kinds.shipment,
    quantity: 0 - many,
    reason: ledgerTexts.shipped[by],
    orderNumber,
    basketId,
  }));

/** What takes an entry back: as much, the other way, at its own time. */
export const takenBackEntry =
  (kind: Draft["kind"], reason: string) =>
  ({ id, happenedAt, productCode, quantity, orderNumber, basketId, typedOn }: Entry): Draft => ({
    happenedAt,
    productCode,
    kind,
    quantity: 0 - quantity,
    reason,
    orderNumber,
    basketId,
    typedOn,
    takesBack: id,
  });
