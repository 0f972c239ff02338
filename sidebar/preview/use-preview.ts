import { useState } from "preact/hooks";
import type { Preview } from "../../src/desk/shipments/rules/shipment-preview.ts";
import { focusOn } from "../focus.ts";
import { serverWithin } from "../google-script.ts";
import { useWork } from "../use-work.ts";

/** Both look at all open orders: as long as Google lets an execution run. */
const SECONDS = 360;

/** What an import would do, and how the import came out where people started it from here. */
export function usePreview() {
  const { kind: work, outcome, setOutcome, attempt } = useWork<"looking" | "taking">();
  const [preview, setPreview] = useState<Preview>();

  const look = () =>
    attempt("looking", async () => {
      setOutcome(undefined);
      const result = await serverWithin(SECONDS).previewShipments();
      if (result.done) setPreview(result.preview);
      else setOutcome({ failed: true, message: result.message });
    });

  const take = () =>
    attempt("taking", async () => {
      const { remedy, message } = await serverWithin(SECONDS).importFromPanel();
      setOutcome({ failed: remedy !== "none", message });
      setPreview(undefined);
    }).then(() => focusOn("look"));

  return { work, preview, outcome, look, take };
}
