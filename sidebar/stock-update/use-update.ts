import { useState } from "preact/hooks";
import type { UpdatePreview } from "../../src/desk/shop-stock/rules/update-preview.ts";
import { focusOn } from "../focus.ts";
import { serverWithin } from "../google-script.ts";
import { useWork } from "../use-work.ts";

/** It looks at all open orders, as the run does: as long as Google lets an execution run. */
const SECONDS = 360;

/** What the dialog waits for, what it has learnt, and how the last thing came out. */
export function useUpdate() {
  const { kind: work, outcome, setOutcome, attempt } = useWork<"looking" | "sending">();
  const [preview, setPreview] = useState<UpdatePreview>();

  const look = () =>
    attempt("looking", async () => {
      setOutcome(undefined);
      const result = await serverWithin(SECONDS).previewStockUpdate();
      if (result.done) setPreview(result.preview);
      else setOutcome({ failed: true, message: result.message });
    });

  /** What was looked at is over with it, whatever became of it. */
  const send = () =>
    attempt("sending", async () => {
      const { remedy, message } = await serverWithin(SECONDS).sendShopStock();
      setPreview(undefined);
      setOutcome({ failed: remedy !== "none", message });
      focusOn("look");
    });

  return { work, preview, outcome, look, send };
}
