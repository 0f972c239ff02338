import { useState } from "preact/hooks";
import type { ConfirmResult } from "../../src/desk/confirm-orders/confirm-chosen.ts";
import type { WaitingOrders } from "../../src/desk/confirm-orders/orders-to-confirm.ts";
import { focusOn } from "../focus.ts";
import { serverWithin } from "../google-script.ts";
import type { Outcome } from "../notice.tsx";

const SECONDS = 360;

/** The orders to choose from, those chosen, and how it came out for each. */
export function useConfirm() {
  const [work, setWork] = useState<"looking" | "confirming">();
  const [waiting, setWaiting] = useState<WaitingOrders>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<ConfirmResult["outcomes"]>([]);
  const [outcome, setOutcome] = useState<Outcome>();

  const attempt = async (next: "looking" | "confirming", act: () => Promise<void>) => {
    setWork(next);
    setOutcome(undefined);
    setOutcomes([]);
    try {
      await act();
    } catch (error) {
      setOutcome({ failed: true, message: (error as Error).message });
    }
    setWork(undefined);
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
