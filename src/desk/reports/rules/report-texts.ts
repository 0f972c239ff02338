import { dateText, type Serial } from "../../../core/jst.ts";
import { captions, inMenu } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";
import { carrierLabels, carrierName } from "../../../shop/carrier.ts";
import { isProgress, progressLabel } from "../../../shop/progress.ts";
import type { NumberFlaw } from "../../../shop/tracking-number.ts";
import type { HeldRecord } from "./held.ts";

/** RMS takes no more in one destination (rms-api 4.2). */
export const MOST_RECORDS = 20;

const named = (numbers: readonly string[]): string => numbers.map((number) => `「${number}」`).join("");

const flaws: Readonly<Record<NumberFlaw, string>> = {
  scientific: "指数表示（3.9E+11 など）になっています。元の番号を文字列で入力し直してください。",
  rounded: "末尾が0に丸められているようです。送り状の番号を確かめて、入力し直してください。",
  signs: "英数字以外の文字が入っています。番号だけを入力してください。複数あるときは改行か「,」で区切ってください。",
  long: "120文字を超えています。番号を確かめてください。",
};

/** Every message of 出荷実績: what is wrong, and what to do. */
export const texts = {
  flawed: (typed: string, flaw: NumberFlaw): string => `伝票番号「${shortened(typed)}」は${flaws[flaw]}`,
  noNumber: `伝票番号がありません。入力してください。追跡番号のない配送サービスは「${sheetNames.deliveries}」の「番号なし」にチェックを入れると、配送会社と発送日だけで報告できます。`,
  emptied: (numbers: readonly string[]): string =>
    `報告した伝票番号${named(numbers)}が、行から消えています。正しい番号を入力してください。報告を取り消すときは、RMSで発送情報を直してください。`,
  tooMany: (count: number): string =>
    `伝票番号が${count}件あります。楽天に報告できるのは1つの送付先に${MOST_RECORDS}件までです。減らしてください。`,
  noCarrier: "配送会社がありません。「配送会社」で選んでください。",
  unknownCarrier: (typed: string): string =>
    `配送会社「${shortened(typed)}」は楽天の配送会社ではありません。次から選んでください: ${carrierLabels.join("、")}`,
  noCalendar: (wrong: string): string => `次の営業日がわからないため、発送日を決められません。${wrong}`,
  noDay: `発送日が空です。「発送日」に入力するか、今日発送したときは、「${captions.reportShipments}」の画面で「今日を発送日として送る」を選んでください。`,
  notADay: (typed: string, meant?: Serial): string =>
    `発送日「${shortened(typed)}」は日付ではありません。${dayWanted(meant)}`,
  farDay: (day: Serial, meant?: Serial): string =>
    meant === undefined
      ? `発送日「${isShown(day) ? dateText(day) : String(day)}」が今日から1年以上離れています。正しい日付を入力してください。`
      : `発送日「${day}」は日付ではありません。${dayWanted(meant)}`,
  repeated: (numbers: readonly string[]): string =>
    `伝票番号${named(numbers)}が同じ行に2回以上あります。1件として報告します。`,
  shared: (number: string, orders: readonly string[]): string =>
    `伝票番号「${number}」がほかの行（${orders.join("、")}）にもあります。1つの荷物に複数の注文を入れたときは、この行の「確認済」にチェックを入れてください。違うときは番号を直してください。`,
  sharedConfirmed: (number: string, orders: readonly string[]): string =>
    `伝票番号「${number}」をほかの行（${orders.join("、")}）と同じ荷物として報告します。`,
  checkDigit: (number: string, carrier: string): string =>
    `伝票番号「${number}」は、${carrierName(carrier)}の番号の検査数字（末尾の数字）と合いません。送り状と見比べてください。`,
  length: (number: string, carrier: string): string =>
    `伝票番号「${number}」は、${carrierName(carrier)}の番号の桁数と合いません。先頭の0が消えていないか、送り状と見比べてください。`,
  cancelledRow: "取消の行です。出荷済みとして報告するときは「確認済」にチェックを入れてください。",
  heldRow: "保留の行です。「確認事項」の内容に対処し、出荷ステータスの保留を外すと送信します。",
  questionedRow: "要確認の行です。「確認事項」の内容に対処すると、次の取込のあとに送信します。",
  wandered:
    "入力欄の内容が、この行のものか確かめられません。次の取込のあとの「確認事項」に従って、伝票番号などを確かめてください。",
  notInRms: `楽天にこの注文がありません。${inMenu(captions.importShipments)}のあと、行を確認してください。`,
  noBasket: (basketId: string): string =>
    `楽天のこの注文に、送付先ID「${basketId}」がありません。送付先が変わっていないか、RMSで注文を確認してください。`,
  cancelled:
    "この注文はすでにキャンセルされています。出荷実績は報告できません。荷物を止められるか確認し、発送済みの場合はRMSでお客様対応をしてください。",
  notReady: (progress: number): string =>
    `楽天のステータスが「${isProgress(progress) ? progressLabel(progress) : progress}」のため報告できません。RMSで「${progressLabel(300)}」へ進めると、次の送信で報告します。`,
  foreign: (numbers: readonly string[]): string =>
    `楽天には、この行にない伝票番号${named(numbers)}が入っています。二重に発送していないか確かめ、RMSの発送情報か、この行の伝票番号を直してください。`,
  nameless: "楽天の発送情報に発送明細IDがなく、更新できません。RMSで発送情報を直してください。",
  tooManyRecords: (count: number): string =>
    `発送情報の変更が${count}件になり、一度に報告できる${MOST_RECORDS}件を超えます。RMSで不要な発送情報を削除してください。`,
  intended: "これから楽天へ送ります。",
  underway: "楽天が受け付けました。結果を待っています。",
  unanswered:
    "楽天へ届いたか、まだ分かりません。二重に報告しないよう、次の送信で楽天の発送情報を確かめてから続けます。そのままお待ちください。",
  noResultYet: "楽天が受け付けましたが、まだ結果がありません。次の送信でもう一度確かめます。そのままお待ちください。",
  resent: "楽天に発送情報がないため、次の送信でもう一度送ります。",
  expired: "楽天の結果の保存期間（30日）を過ぎ、楽天にも発送情報がありません。次の送信でもう一度送ります。",
  unread: (reason: string): string => `楽天の発送情報を確かめられませんでした。${reason}`,
  sistersOpen: (baskets: readonly number[]): string =>
    `楽天に発送情報が入りました。ほかの送付先（${baskets.join("、")}）を報告すると、注文が発送済になります。`,
  blanksLeft: (records: readonly HeldRecord[]): string =>
    `楽天に発送情報が入りましたが、番号のない発送情報（${records.map(leftoverText).join("、")}）が残っているため、注文が発送済になりません。${inMenu(captions.reportShipments)}の画面か、RMSで削除してください。`,
  stillOpen: "楽天に発送情報が入りましたが、注文がまだ発送済になっていません。RMSで注文を確認してください。",
  inCsv: (fileName: string): string =>
    `「${fileName}」に入れました。RMSに取り込んでも注文は発送済になりません。RMSで発送完了報告をするか、APIが使えるようになってから${inMenu(captions.reportShipments)}を実行してください。`,
  tooOldForCsv: "注文から180日を過ぎているため、RMS用CSVでは報告できません。RMSの画面で入力してください。",
  unknownForCsv:
    "前の送信の結果がまだ分からないため、RMS用CSVに入れられません（二重になります）。RMSの画面で発送情報を確認してください。",
  knownToCsv: "楽天に同じ発送情報が入っています。RMSで発送完了報告をしてください。",
  filedBefore: `前に作成したRMS用CSVに入っています。RMSに取り込んだら${inMenu(captions.importShipments)}を実行してください。取り込まずに作り直すときは、「作り直す」を選んでください。`,
  changedSinceCsv: "ファイルを作成したあとに変わった行（もう一度作成してください）",
  onlyOperator: (name: string): string =>
    `実行できるのは、楽天のキーを登録した ${name} さんだけです。その方に依頼してください。`,
  unreadable:
    "内容を読み取れませんでした。画面を開き直して、もう一度お試しください。続くときは開発元へお知らせください。",
  removalForCsv:
    "楽天から消す発送情報がありますが、RMS用CSVでは消せません。RMSの画面で、番号がこの行にない発送情報を削除してください。",
} as const;

const dayWanted = (meant: Serial | undefined): string =>
  meant === undefined
    ? "2026/11/24 のように入力してください。"
    : `${dateText(meant)} のことですか。そうであれば「${dateText(meant)}」と入力し直してください。`;

/** For people to tell which record it is. */
export const leftoverText = ({ detailId, carrier, shippedOn }: HeldRecord): string =>
  [`発送明細ID ${detailId ?? "なし"}`, carrierName(carrier), shippedOn === null ? "" : dateText(shippedOn)]
    .filter(Boolean)
    .join(" ");

const shortened = (typed: string): string => (typed.length > 40 ? `${typed.slice(0, 40)}…` : typed);

/** Days of four-figure years; a number typed without its slashes is none. */
const isShown = (day: Serial): boolean => day > 0 && day < 2_900_000;
