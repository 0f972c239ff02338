import { isCancelled, progressOfLabel } from "../../../shop/progress.ts";
import type { Shipment } from "./shipment.ts";
import { hasLeft, type StaffEntries } from "./staff-entries.ts";

/** Stands in 確認事項 from the run that met the tick until one finds it gone: staff cells are never written by a run. */
const oldTick = (event: TickedEvent): string =>
  `「確認済」のチェックは今回の${event}より前のものです。一度外し、次の取込でこの表示が消えてから入れ直してください。`;
/** Also where it was written while the column was called 取消確認. */
const OLD_TICK = /「(確認済|取消確認)」のチェックは今回の/;

/** What came up after the tick was set. */
type TickedEvent = "取消" | "変更" | "確認事項";

export const hasOldTick = (questions: string): boolean => OLD_TICK.test(questions);

export const withOldTick = (row: Shipment, event: TickedEvent): Shipment => ({
  ...row,
  questions: [row.questions, oldTick(event)].filter(Boolean).join("\n"),
});

/** What stands in 確認事項 in place of all else for a while, with what it said of an old tick: that would count otherwise. */
export const keepingOldTick = (questions: string, before: string): string =>
  [questions, ...before.split("\n").filter(hasOldTick)].join("\n");

/** A tick answers the cancellation that was there when it was set, and no later one. */
export const isOldTickFor = (row: Shipment, before: Shipment & StaffEntries): boolean =>
  before.state !== "取消" || isFinal(row) !== isFinal(before) || hasOldTick(before.questions);

/** A destination that left its order may see that cancelled yet: what people said of the one is not said of the other. */
const isFinal = ({ progress }: Shipment): boolean => isCancelled(progressOfLabel(progress) ?? 400);

/** The old tick is gone: only a run that sees so lets a new one count. */
export const awaitsNewTick = (questions: string, ticked: boolean): boolean => !ticked && hasOldTick(questions);

type PackedRow = Pick<Shipment, "state" | "questions"> &
  Pick<StaffEntries, "trackingNumber" | "shippingStatus" | "cancelConfirmed">;

/** A parcel of a cancelled order goes to the shop as shipped only when a person says that it shall. */
export function isWithheld({ state, questions, trackingNumber, shippingStatus, cancelConfirmed }: PackedRow): boolean {
  const isOnItsWay = trackingNumber !== "" || hasLeft({ shippingStatus });
  return state === "取消" && isOnItsWay && (!cancelConfirmed || hasOldTick(questions));
}
