import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { show } from "../../run/notice.ts";
import { runJob } from "../../run/run-job.ts";
import { desk } from "../desk.ts";
import { previewReport } from "./preview-report.ts";
import { reportShipments } from "./report-shipments.ts";
import { askedReport, isYes, nothingToReport } from "./rules/asked-report.ts";

const TITLE = captions.reportShipments;

/** What would be sent, and the question, for those whose browser cannot show the panel (several Google accounts, apps-script 5). */
export function askToReport(platform: Platform): void {
  // Whoever has no keys can look at nothing of the shop's, but ask for the report.
  const asked = desk.instead(platform, TITLE);
  if (asked === undefined) look(platform);
  else show(platform, TITLE, asked);
}

function look(platform: Platform): void {
  const { screen } = platform;
  const result = previewReport(platform);
  if (!result.done) {
    screen.alert(TITLE, result.message);
    return;
  }
  const counts = { ...result.preview, rows: result.preview.entries };
  if (nothingToReport(counts)) screen.alert(TITLE, askedReport(counts));
  else if (isYes(screen.ask(TITLE, askedReport(counts)) ?? "")) runJob(reportShipments, platform, desk);
}
