import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { show } from "../../run/notice.ts";
import { runJob } from "../../run/run-job.ts";
import { desk } from "../desk.ts";
import { previewReport } from "./preview-report.ts";
import { reportShipmentsAs } from "./report-shipments.ts";
import { askedReport, isToday, isYes, nothingToReport } from "./rules/asked-report.ts";
import type { ReportRequest } from "./rules/report-request.ts";

const TITLE = captions.reportShipments;

/**
 * What would be sent, and the question, for those whose browser cannot show the panel (several Google accounts, apps-script 5).
 * Asked again where people say of what is 出荷済 without a day that it left today.
 */
export function askToReport(platform: Platform, said: ReportRequest = {}): void {
  // Whoever has no keys can look at nothing of the shop's, but ask for the report.
  const asked = desk.instead(platform, TITLE);
  if (asked === undefined) look(platform, said);
  else show(platform, TITLE, asked);
}

function look(platform: Platform, said: ReportRequest): void {
  const { screen } = platform;
  const result = previewReport(platform, said);
  if (!result.done) {
    screen.alert(TITLE, result.message);
    return;
  }
  const { preview } = result;
  const counts = { ...preview, rows: preview.entries };
  if (nothingToReport(counts)) {
    screen.alert(TITLE, askedReport(counts));
    return;
  }
  const answer = screen.ask(TITLE, askedReport(counts)) ?? "";
  if (preview.blanks > 0 && isToday(answer)) askToReport(platform, { blankDay: preview.today });
  else if (isYes(answer)) runJob(reportShipmentsAs(said), platform, desk);
}
