import { isCancelled, type Progress } from "../../../shop/progress.ts";
import { confirmTexts } from "./confirm-texts.ts";

/** How it came out for one order. */
export interface ConfirmOutcome {
  readonly orderNumber: string;
  readonly confirmed: boolean;
  readonly text: string;
}

/** What became of an order whose confirmation RMS did not answer, by where it stands now; undefined where RMS does not have it. */
export function afterLostAnswer(orderNumber: string, progress: Progress | undefined): ConfirmOutcome {
  if (progress === undefined) return { orderNumber, confirmed: false, text: confirmTexts.gone };
  if (isCancelled(progress)) return { orderNumber, confirmed: false, text: confirmTexts.cancelled };
  if (progress === 100) return { orderNumber, confirmed: false, text: confirmTexts.notConfirmed };
  return { orderNumber, confirmed: true, text: confirmTexts.confirmedAfterAll };
}
