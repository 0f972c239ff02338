import { filledLines } from "../../../core/line-break.ts";
import { carrierOfLabel } from "../../../shop/carrier.ts";
import { dispatchOf } from "../../../shop/delivery.ts";
import { ISLAND } from "../../../shop/lead-time.ts";
import { type Progress, progressOfLabel } from "../../../shop/progress.ts";
import { type Drafted, dispatchCells } from "./draft.ts";
import { asksOfEntries } from "./entry-doubts.ts";
import type { KnownLine } from "./line-changes.ts";
import { hasOldTick } from "./report-permission.ts";
import { askedOfMasters, holdsForRms } from "./row-questions.ts";
import { listedStanding } from "./row-state.ts";
import { setContents } from "./set-contents.ts";
import type { ShipmentLine } from "./shipment.ts";
import type { KnownShipment, ListedShipment } from "./shipment-changes.ts";
import { type MergeContext, refreshed } from "./shipment-merge.ts";
import { hasLeft, isInWork } from "./staff-entries.ts";

/**
 * Whether what the sheet holds of a row is enough to judge it anew by the masters. What people ticked 確認済 for is settled by
 * an import, which knows what the shop says by now.
 */
export const canJudgeAgain = ({ shipment, intact }: KnownShipment): boolean =>
  intact &&
  (shipment.state === "要確認" || shipment.state === "保留") &&
  !shipment.cancelConfirmed &&
  !hasOldTick(shipment.questions) &&
  !asksOfEntries(shipment) &&
  progressOfLabel(shipment.progress) !== undefined;

interface JudgeContext extends MergeContext {
  /** The code of a payment method by its name on the list. */
  readonly paymentCode: (name: string) => number;
}

/** A row as it shall be, with its lines. */
export type Judged = Pick<Drafted, "shipment" | "lines" | "unknown">;

/**
 * A waiting row as the masters have it now, without a look at the shop: what they asked before gives way to what they ask now,
 * and all else that the row asks stands.
 */
export function judgedAgain(known: KnownShipment, knownLines: readonly KnownLine[], context: JudgeContext): Judged {
  const { targets, rules, paymentCode } = context;
  const { shipment: before } = known;
  const dispatch = dispatchOf(before, destinationOf(before), rules, isInWork(before));
  const lines = knownLines.map(({ line }) => line).map((line) => (hasLeft(before) ? line : unpacked(line, context)));
  const plain = { ...before, ...dispatchCells(dispatch, destinationOf(before)) };
  const asked = askedOfMasters(plain, lines, dispatch, rules);
  const wasAsked = new Set(filledLines(before.askedOfMasters));
  const others = filledLines(before.questions).filter((line) => !wasAsked.has(line));
  const lastChange = filledLines(before.changes).pop();
  const settled = filledLines(before.acknowledged).filter((line) => !wasAsked.has(line) && line !== lastChange);
  const questions = [...others, ...settled, ...asked.questions];
  const fresh = {
    ...plain,
    state: others.some(holdsForRms)
      ? ("保留" as const)
      : questions.length > 0
        ? ("要確認" as const)
        : ("取込済" as const),
    questions: questions.join("\n"),
    askedOfMasters: asked.questions.join("\n"),
  };
  const progress = progressOfLabel(before.progress) as Progress;
  const payment = { code: paymentCode(before.payment), name: before.payment };
  const standing = listedStanding({ progress, payment }, targets);
  const draft = { shipment: fresh, lines, settleable: [...settled, ...asked.settleable], unknown: dispatch.unknown };
  return { shipment: refreshed(draft, known, knownLines, standing, context), lines, unknown: dispatch.unknown };
}

const destinationOf = (row: ListedShipment) => ({
  addressee: row,
  island: row.island === ISLAND,
  rakutenCarrier: carrierOfLabel(row.rakutenCarrier) ?? ("" as const),
});

const unpacked = (line: ShipmentLine, { rules }: JudgeContext): ShipmentLine => ({
  ...line,
  ...setContents(rules.sets, line.productCode, line.units ?? 0),
});
