import { useState } from "preact/hooks";
import type { ConfirmResult } from "../../src/desk/confirm-orders/confirm-chosen.ts";
import type { WaitingOrders } from "../../src/desk/confirm-orders/orders-to-confirm.ts";
import { focusOn } from "../focus.ts";
import { serverWithin } from "../google-script.ts";
import { useWork } from "../use-work.ts";

const SECONDS = 360;

type Work = "looking" | "confirming";

/** The orders to choose from, those chosen, and how it came out for each. */
export function useConfirm() {
  const { kind: work, outcome, setOutcome, attempt: attempted } = useWork<Work>();
  const [waiting, setWaiting] = useState<WaitingOrders>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<ConfirmResult["outcomes"]>([]);

  const attempt = (next: Work, act: () => Promise<void>) => {
    setOutcome(undefined);
    setOutcomes([]);
    return attempted(next, act);
  };

  const look = () =>
    attempt("looking", async () => {
      setWaiting(undefined);
      setChosen(new Set());
      const result = await serverWithin(SECONDS).ordersToConfirm();
      if (result.done) setWaiting(result.waiting);
      else setOutcome({ failed: true, message: result.message });
    });

  const confirm = () =>
    attempt("confirming", async () => {
      const { notice, outcomes: each } = await serverWithin(SECONDS).confirmChosenOrders([...chosen]);
      setOutcomes(each);
      const failed = notice.remedy !== "none" || each.some(({ confirmed }) => !confirmed);
      setOutcome({ failed, message: notice.message });
    }).then(() => {
      // What was chosen from is over, whatever became of it.
      setWaiting(undefined);
      setChosen(new Set());
      focusOn("look");
    });

  const choose = (numbers: readonly string[], isChosen: boolean) => {
    const rest = [...chosen].filter((number) => !numbers.includes(number));
    setChosen(new Set(isChosen ? [...rest, ...numbers] : rest));
  };

  return { work, waiting, chosen, outcomes, outcome, look, confirm, choose };
}

export type ConfirmState = ReturnType<typeof useConfirm>;
