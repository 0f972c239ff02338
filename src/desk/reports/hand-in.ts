import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { sendable, sendShipmentReports } from "../../rms/shipping/shipment-reports.ts";
import type { ShipmentReport } from "../../rms/shipping/update-order-shipping.ts";

/** What became of one batch on its way to RMS. */
export interface HandedIn {
  /** Whether RMS took what it did not refuse; nobody knows where its answer was lost. */
  readonly arrived: "yes" | "no" | "unknown";
  /** RMS's receipt, where it gave one. */
  readonly requestId: string;
  /** By order number; nothing of these orders was taken. */
  readonly refused: ReadonlyMap<string, string>;
  /** Why it did not arrive, or why nobody knows. */
  readonly problem?: RmsProblem;
}

/** Milliseconds before a call that RMS turned away for its rate alone is made again. */
const PAUSES = [2_000, 5_000];

/** Hands in a batch. Of one with bad records RMS takes nothing and names their orders: the others go again without them. */
export function handIn(rms: Rms, reports: readonly ShipmentReport[], sleep: (milliseconds: number) => void): HandedIn {
  const { good, faults } = sendable(reports);
  const refused = new Map(faults.map(({ subject, reason }) => [subject, reason]));
  let tries = 0;
  for (let left = good; left.length > 0; ) {
    try {
      const sent = sendShipmentReports(rms, left);
      if ("requestId" in sent) return { arrived: "yes", requestId: sent.requestId, refused };
      const bad = refusedAmong(left, sent.refused);
      for (const [number, reason] of bad) refused.set(number, reason);
      left = left.filter(({ orderNumber }) => !bad.has(orderNumber));
    } catch (error) {
      if (!(error instanceof RmsProblem)) throw error;
      const pause = error.status === 429 ? PAUSES[tries++] : undefined;
      if (pause === undefined)
        return { arrived: error.effect === "none" ? "no" : "unknown", requestId: "", refused, problem: error };
      sleep(pause);
    }
  }
  return { arrived: "no", requestId: "", refused };
}

/** All of them, where RMS names none that is among them: one at least has to go, or it would be sent for ever. */
function refusedAmong(reports: readonly ShipmentReport[], faults: readonly RowFault[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { orderNumber } of reports) {
    const own = faults.filter(({ subject }) => subject === orderNumber).map(({ reason }) => reason);
    if (own.length > 0) reasons.set(orderNumber, [...new Set(own)].join("\n"));
  }
  if (reasons.size > 0) return reasons;
  const reason = [...new Set(faults.map((fault) => fault.reason))].join("\n");
  return new Map(reports.map(({ orderNumber }) => [orderNumber, reason]));
}
