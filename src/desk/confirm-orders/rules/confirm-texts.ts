import { captions, inMenu } from "../../../core/menu-texts.ts";
import { progressLabel } from "../../../shop/progress.ts";
import { fieldTexts } from "../../settings/rules/settings-texts.ts";

const WAITING = progressLabel(100);

/** Every message of 注文を確認済みにする. */
export const confirmTexts = {
  switchedOff: `注文の確認は無効になっています。${inMenu(captions.showSettings)}で「${fieldTexts.confirmOrders.label}」を有効にして保存し、もう一度この画面を開いてください。`,
  onlyOperator: (name: string): string =>
    `注文を確認済みにできるのは、楽天のキーを登録した ${name} さんだけです。その方に依頼してください。`,
  unreadable:
    "選んだ注文を読み取れませんでした。画面を開き直して、もう一度お試しください。続くときは開発元へお知らせください。",
  confirmed: "確認済みにしました。",
  /** RMS gave no answer; a look at the order told it. */
  confirmedAfterAll: "楽天から応答がありませんでしたが、注文は確認済みになっています。",
  notConfirmed: `楽天から応答がなく、注文はまだ「${WAITING}」です。数分おいて画面を開き直し、残っていればもう一度選んでください。`,
  unknown: "楽天から応答がなく、確認済みになったか分かりません。RMSでこの注文を確認してください。",
  gone: "楽天にこの注文が見つかりません。RMSで確認してください。",
  cancelled: "この注文はキャンセルされています。",
  left: "まだ実行していません。もう一度選んで実行してください。",
} as const;
