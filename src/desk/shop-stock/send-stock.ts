import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { fetchStock, pairKey } from "../../rms/inventory/inventories.ts";
import { moveStock, ROWS_PER_MOVE, type StockMove } from "../../rms/inventory/move-stock.ts";
import { pairName } from "../products/rules/pair.ts";
import type { Outcomes } from "./rules/outcomes.ts";
import { skuOf, UNKNOWN_TO_SHOP } from "./rules/skip.ts";
import { moveTo } from "./rules/target.ts";
import { doneText, EVEN, refusedText, sendingText, skippedText, unknownText, WAITING } from "./rules/texts.ts";
import type { SkuStep } from "./rules/update-plan.ts";

/** What is noted as being sent is sent within this time, or not at all. */
const LEASE = 60_000;
/** How long a call without an answer may still take effect: Apps Script itself waits 20 seconds for it. */
const PAUSE = 120_000;

export interface Sending {
  readonly rms: Rms;
  readonly now: () => Date;
  readonly hasTime: () => boolean;
  readonly outcomes: Outcomes;
  /** Writes the news of the outcomes into the sheet. What was sent may still take effect until `until`. */
  readonly save: (until: Date) => void;
  readonly progress: (done: number) => void;
}

/** One SKU with what it is to be moved by. */
interface Move {
  readonly step: SkuStep;
  readonly move: StockMove;
  /** What the shop had right before. */
  readonly from: number;
}

/**
 * Brings the SKUs to their targets, in as few calls as RMS allows; gives the SKUs back that RMS refused. The sheet knows of each
 * part before it is sent. Throws what ended it early, with all that is known saved.
 */
export function sendStock(steps: readonly SkuStep[], sending: Sending): RowFault[] {
  const { hasTime, now, save, progress } = sending;
  const faults: RowFault[] = [];
  try {
    for (let at = 0; at < steps.length && hasTime(); at += ROWS_PER_MOVE) {
      const part = steps.slice(at, at + ROWS_PER_MOVE);
      faults.push(...sendPart(part, sending));
      progress(at + part.length);
    }
  } catch (error) {
    save(new Date(now().getTime() + PAUSE));
    throw error;
  }
  return faults;
}

function sendPart(part: readonly SkuStep[], sending: Sending): RowFault[] {
  const { rms, now, outcomes, save } = sending;
  const levels = levelsOf(rms, part);
  let open = part.flatMap((step) => moveOf(step, levels, outcomes));
  if (open.length === 0) return [];
  const at = now();
  const sent = { kind: "sending", text: sendingText(at) } as const;
  for (const { step } of open) outcomes.note(step, sent);
  save(new Date(at.getTime() + LEASE + PAUSE));
  const faults: RowFault[] = [];
  while (open.length > 0 && now().getTime() <= at.getTime() + LEASE) {
    const refused = send(open, sending);
    if (refused.size === 0) return faults;
    for (const [{ step }, reason] of refused) {
      outcomes.note(step, { kind: "refused", text: refusedText(reason) });
      faults.push({ subject: step.productCode, reason: `${pairName(step.pair)}: ${reason}` });
    }
    wait(
      open.filter((move) => !refused.has(move)),
      outcomes,
    );
    open = unmoved(
      open.filter((move) => !refused.has(move)),
      rms,
    );
    for (const { step } of open) outcomes.note(step, sent);
  }
  // It took so long that the sheet may no longer say what is being sent.
  wait(open, outcomes);
  return faults;
}

/** What is to be sent for a SKU, from what the shop has right now. */
function moveOf(step: SkuStep, levels: ReadonlyMap<string, number>, outcomes: Outcomes): Move[] {
  const sku = skuOf(step.pair);
  const from = levels.get(pairKey(sku));
  if (from === undefined) {
    outcomes.note(step, { kind: "skipped", text: skippedText(UNKNOWN_TO_SHOP) });
    return [];
  }
  const difference = moveTo(step.to, step.from, from);
  if (difference !== 0) return [{ step, move: { ...sku, difference }, from }];
  outcomes.note(step, { kind: "even", text: EVEN, level: from });
  return [];
}

function levelsOf(rms: Rms, steps: readonly SkuStep[]): ReadonlyMap<string, number> {
  if (steps.length === 0) return new Map();
  const { levels } = fetchStock(
    rms,
    steps.map(({ pair }) => skuOf(pair)),
  );
  return new Map(levels.map((level) => [pairKey(level), level.quantity]));
}

/** One call, which RMS takes as a whole or not at all; the moves that it refused all for, with the reasons. */
function send(open: readonly Move[], { rms, now, outcomes }: Sending): ReadonlyMap<Move, string> {
  try {
    const refused = new Map(
      moveStock(
        rms,
        open.map(({ move }) => move),
      ).map(({ move, reason }) => [move, reason]),
    );
    if (refused.size === 0) for (const one of open) outcomes.note(one.step, doneBy(one, now()));
    return new Map(open.flatMap((one) => (refused.has(one.move) ? [[one, refused.get(one.move) as string]] : [])));
  } catch (error) {
    const isUnsent = error instanceof RmsProblem && error.effect === "none";
    if (isUnsent) wait(open, outcomes);
    else for (const { step } of open) outcomes.note(step, { kind: "unknown", text: unknownText(now()) });
    throw error;
  }
}

function doneBy({ from, move: { difference } }: Move, at: Date) {
  const level = from + difference;
  return { kind: "updated", text: doneText(at, from, level), level } as const;
}

/**
 * After a refusal, those whose stock is as it was: that RMS takes all or none is nowhere promised (rms-api 8.2), and what was
 * moved must not be moved again. The others wait for the next run.
 */
function unmoved(moves: readonly Move[], rms: Rms): Move[] {
  const levels = levelsOf(
    rms,
    moves.map(({ step }) => step),
  );
  return moves.filter(({ move, from }) => levels.get(pairKey(move)) === from);
}

function wait(moves: readonly Move[], outcomes: Outcomes): void {
  for (const { step } of moves) outcomes.note(step, { kind: "waiting", text: WAITING });
}
