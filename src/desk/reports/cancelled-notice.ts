import type { ReportCells } from "./rules/report-cells.ts";

/** RMS does not take the report because the order was cancelled: the parcel has to be stopped, or comes back. */
export const isCancelledReport = ({ reportState, reportMessage }: ReportCells): boolean =>
  reportState === "エラー" && reportMessage.includes("すでにキャンセルされています");

const CURE =
  "楽天でキャンセルされているため、出荷実績を報告していません。荷物を止められるか確認し、発送済みの場合はRMSでお客様対応をしてください。";

export function cancelledAlarm(numbers: readonly string[]): string {
  const [first = ""] = numbers;
  const more = numbers.length > 1 ? `ほか${numbers.length - 1}件` : "";
  return `注文 ${first} ${more}は、${CURE}`;
}
