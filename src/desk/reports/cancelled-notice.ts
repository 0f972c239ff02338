import { sheetNames } from "../../core/sheet-names.ts";
import type { ReportCells } from "./rules/report-cells.ts";

/** RMS does not take the report because the order was cancelled: the parcel has to be stopped, or comes back. */
export const isCancelledReport = ({ reportState, reportMessage }: ReportCells): boolean =>
  reportState === "エラー" && reportMessage.includes("すでにキャンセルされています");

const SHOWN = 50;

const CURE =
  "楽天でキャンセルされているため、出荷実績を報告していません。荷物を止められるか確認し、発送済みの場合はRMSでお客様対応をしてください。";

export function cancelledAlarm(numbers: readonly string[]): string {
  const [first = ""] = numbers;
  const more = numbers.length > 1 ? `ほか${numbers.length - 1}件` : "";
  return `注文 ${first} ${more}は、${CURE}`;
}

/** Nothing of a person is in it. */
export function cancelledMail(numbers: readonly string[]): { readonly subject: string; readonly body: string } {
  const more = numbers.length > SHOWN ? [`ほか${numbers.length - SHOWN}件`] : [];
  return {
    subject: `【出荷シート】キャンセルされた注文の出荷実績を止めました（${numbers.length}件）`,
    body: [
      `次の注文は、${CURE}`,
      [...numbers.slice(0, SHOWN), ...more].join("\n"),
      `詳しくは「${sheetNames.shipments}」の「報告の内容」を確認してください。`,
    ].join("\n\n"),
  };
}
