import { useState } from "preact/hooks";
import type { ReportPreview } from "../../src/desk/reports/preview-report.ts";
import type { ReportRequest } from "../../src/desk/reports/rules/report-request.ts";
import type { Notice } from "../../src/run/notice.ts";
import { focusOn } from "../focus.ts";
import { serverWithin } from "../google-script.ts";
import { useWork } from "../use-work.ts";

/** It asks for all orders, as the run does: as long as Google lets an execution run. */
const SECONDS = 360;

type Work = "looking" | "sending" | "deleting";

/** What the dialog waits for, what it has learnt, and how the last thing came out. */
export function useReport() {
  const { kind: work, outcome, setOutcome, attempt: attempted } = useWork<Work>();
  const [preview, setPreview] = useState<ReportPreview>();
  const [said, setSaid] = useState<ReportRequest>({});

  const attempt = (next: Work, act: () => Promise<void>) => {
    setOutcome(undefined);
    return attempted(next, act, () => setPreview(undefined));
  };

  /** Looks anew, with what people said of this report: what is sent is what was looked at. */
  const look = (saying: ReportRequest = {}) =>
    attempt("looking", async () => {
      const result = await serverWithin(SECONDS).previewReport(saying);
      setSaid(saying);
      setPreview(result.done ? result.preview : undefined);
      if (!result.done) setOutcome({ failed: true, message: result.message });
    });

  /** What was looked at is over with it, whatever became of it. */
  const over = ({ remedy, message }: Notice) => {
    setPreview(undefined);
    setOutcome({ failed: remedy !== "none", message });
    focusOn("look");
  };
  const send = () => attempt("sending", async () => over(await serverWithin(SECONDS).reportShipments(said)));
  const deleteLeftovers = (leftovers: ReportPreview["leftovers"]) =>
    attempt("deleting", async () => {
      const chosen = leftovers.map(({ orderNumber, basketId, detailId }) => ({ orderNumber, basketId, detailId }));
      over(await serverWithin(SECONDS).deleteLeftovers(chosen));
    });

  return { work, preview, outcome, look, send, deleteLeftovers };
}
