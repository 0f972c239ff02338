import { shortTime } from "../../../core/jst.ts";

/** What 楽天の更新 says of a SKU. */
export const WAITING = "送信待ち";
export const EVEN = "楽天と一致";
export const STOPPED = "停止（変わる在庫が多いため送っていません）";

const SENDING = "送信中";
const UNKNOWN = "確認中";
const DONE = "更新済";

export const sendingText = (at: Date): string => `${SENDING}（${shortTime(at)}）`;
export const doneText = (at: Date, from: number, to: number): string => `${DONE} ${shortTime(at)}（${from} → ${to}）`;
export const unknownText = (at: Date): string =>
  `${UNKNOWN}（${shortTime(at)}に送りましたが、楽天の返事がありません。次の更新で楽天の在庫を確かめてから送ります。）`;
export const skippedText = (reason: string): string => `見送り: ${reason}`;
export const refusedText = (reason: string): string => `エラー: ${reason}`;

/** Of the SKUs of one row; a lone one needs no name. */
export function rowText(skus: readonly { readonly name: string; readonly text: string }[]): string {
  const [first] = skus;
  if (first === undefined) return "";
  return skus.length === 1 ? first.text : skus.map(({ name, text }) => `${name}: ${text}`).join("\n");
}

/** Whether what was sent for the row may still take effect, or have taken it. */
export const isUnsettled = (text: string): boolean => new RegExp(`^(.*: )?(${SENDING}|${UNKNOWN})（`, "m").test(text);

/** Whether the row says already that it was brought in step: that stays where nothing is to be done. */
export const saysDone = (text: string): boolean =>
  text !== "" && text.split("\n").every((line) => new RegExp(`^(.*: )?(${DONE} |${EVEN}$)`).test(line));

const REMARK = "※ ";

/** Why the shop shows less than is free by 在庫. */
export const takenText = (units: number): string =>
  units === 0 ? "" : `${REMARK}楽天で発送済か変更確定待ちの${units}個を除いています。`;

export const withoutRemark = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !line.startsWith(REMARK))
    .join("\n");
