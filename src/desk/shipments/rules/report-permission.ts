import { isCancelled, progressOfLabel } from "../../../shop/progress.ts";
import type { Shipment } from "./shipment.ts";
import type { StaffEntries } from "./staff-entries.ts";

/** Stands in 確認事項 from the run that met the tick until one finds it gone: staff cells are never written by a run. */
const OLD_TICK =
  "「取消確認」のチェックは今回の取消より前のものです。一度外し、次の取込でこの表示が消えてから入れ直してください。";

/** A tick answers the cancellation that was there when it was set, and no later one. */
export function withTickAsked(row: Shipment, before: Shipment & StaffEntries): Shipment {
  const isOld = before.state !== "取消" || isFinal(row) !== isFinal(before) || before.questions.includes(OLD_TICK);
  return row.state === "取消" && before.cancelConfirmed && isOld ? { ...row, questions: OLD_TICK } : row;
}

/** 400 leaves the target too, and what people said of that is not said of the cancellation that may follow. */
const isFinal = ({ progress }: Shipment): boolean => isCancelled(progressOfLabel(progress) ?? 400);

/** The old tick is gone: only a run that sees so lets a new one count. */
export const awaitsNewTick = (questions: string, ticked: boolean): boolean => !ticked && questions.includes(OLD_TICK);

type PackedRow = Pick<Shipment, "state" | "questions"> &
  Pick<StaffEntries, "trackingNumber" | "shippingStatus" | "cancelConfirmed">;

/** A parcel of a cancelled order goes to the shop as shipped only when a person says that it shall. */
export function isWithheld({ state, questions, trackingNumber, shippingStatus, cancelConfirmed }: PackedRow): boolean {
  const isOnItsWay = trackingNumber !== "" || shippingStatus === "出荷済";
  return state === "取消" && isOnItsWay && (!cancelConfirmed || questions.includes(OLD_TICK));
}
