import { filledLines } from "../../../core/line-break.ts";
import { hasOldTick } from "./report-permission.ts";
import type { Shipment } from "./shipment.ts";
import { cut } from "./short-text.ts";

/** Who answers a question of 確認事項: a master of the workbook, Rakuten, or people on the row itself. */
export type Answerer = "masters" | "shop" | "people";

/** Why a row asks, in the words in which many rows are counted together. */
export interface Reason {
  readonly name: string;
  /** What it is about, where a name alone would put different things together: a delivery method, a time band. */
  readonly of: string;
  readonly by: Answerer;
}

/** Of a delivery method; what it is about is the method. */
export const NO_CARRIER = "配送会社が未設定";

/** The first that fits counts; what follows the name is what the question quotes. */
const reasons: readonly (readonly [question: RegExp, name: string, by: Answerer])[] = [
  [/^配送方法「(.*?)」が未設定です。/, NO_CARRIER, "masters"],
  [/^配送方法「(.*?)」の行に誤りがあります。/, "配送サービスの誤り", "masters"],
  [/^時間帯「(.*?)」（.*?）の行に誤りがあります。/, "時間帯の誤り", "masters"],
  [/^支払方法「(.*?)」の行に誤りがあります。/, "支払方法の誤り", "masters"],
  [/^「配送日数マスタ」の「/, "配送日数の誤り", "masters"],
  [/^出荷予定日を決められません。/, "休業日の誤り", "masters"],
  [/^確認条件を使えない/, "確認条件の誤り", "masters"],
  [/^配送方法「(.*?)」の温度帯が未設定です。/, "温度帯が未設定", "masters"],
  [/^楽天の配送区分は.*、配送方法「(.*?)」の温度帯は/, "温度帯が楽天と違う", "masters"],
  [/^時間帯「(.*?)」（.*）が未設定です。/, "時間帯コードが未設定", "masters"],
  [/^お届け先が離島で、配送日数が未設定です。/, "離島の配送日数が未設定", "masters"],
  [/^セット商品「(.*?)」の設定に誤りがある/, "セット商品の設定の誤り", "masters"],
  [/^ほか\d+件のセット商品も、/, "セット商品の設定の誤り", "masters"],
  [/^商品「.*」に商品コード（.*）がありません。/, "商品コードがない", "shop"],
  [/^ほか\d+件の商品に商品コードがありません。/, "商品コードがない", "shop"],
  [/^楽天が確認中の注文です。/, "楽天が確認中", "shop"],
  [/^金額（.*）が未確定です。/, "金額が未確定", "shop"],
  [/^ソーシャルギフトのお届け先が、/, "ソーシャルギフトの入力待ち", "shop"],
  [/^楽天のステータスが「(.*?)」/, "出荷の対象外のステータス", "shop"],
  [/^注文に(.*)がありません。/, "注文の内容の不足", "shop"],
  [/^注文データに読み取れない項目があります/, "楽天の応答を読み取れない", "shop"],
  [/^楽天の応答にこの注文が/, "楽天の応答を読み取れない", "shop"],
  [/（[A-Z][A-Z0-9_]{5,}）$/, "楽天の応答がエラー", "shop"],
  [/^楽天に注文が見つかりません。/, "楽天に注文がない", "shop"],
  [/^出荷する商品がありません。/, "出荷する商品がない", "shop"],
  [/^楽天の警告「(.*?)」が出ています。/, "楽天の警告", "people"],
  [/^RMSに発送情報が入力されています/, "RMSに発送情報がある", "people"],
  [/^出荷予定日 .* を過ぎています。/, "出荷予定日を過ぎている", "people"],
  [/^代金引換で送付先が複数です。/, "代金引換で送付先が複数", "people"],
  [/^SKUごとの数量が不明です。/, "SKUごとの数量が不明", "people"],
  [/^送付先ID .* の送付先が\d+件あります/, "送付先の重複", "people"],
  [/^作業欄の入力/, "作業欄の入力の確認", "people"],
  [/^同じ注文・送付先の行の写しです。/, "行の写し", "people"],
  [/^「注文番号」が注文番号の形式ではない/, "注文番号の書き換え", "people"],
  [/^個人情報を消去したあとで、/, "個人情報の消去後に再開", "people"],
];

const OLD_TICK: Reason = { name: "「確認済」の入れ直し", of: "", by: "people" };

/** What people wrote into 確認条件マスタ is a reason in their own words. */
export function reasonOf(question: string): Reason {
  if (hasOldTick(question)) return OLD_TICK;
  for (const [pattern, name, by] of reasons) {
    const quoted = pattern.exec(question);
    if (quoted !== null) return { name, of: quoted[1] ?? "", by };
  }
  return { name: question, of: "", by: "people" };
}

/** What a row asks, one question each. */
export const questionsOf = ({ questions }: Pick<Shipment, "questions">): string[] => filledLines(questions);

/** How many rows are 要確認, and for what, the commonest first; a row counts once for each of its reasons. */
export interface Asking {
  readonly rows: number;
  readonly reasons: readonly (readonly [name: string, rows: number])[];
}

export function asking(rows: Iterable<Pick<Shipment, "state" | "questions">>): Asking {
  const counts = new Map<string, number>();
  let many = 0;
  for (const row of rows) {
    if (row.state !== "要確認") continue;
    many++;
    for (const name of new Set(questionsOf(row).map((question) => reasonOf(question).name)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return { rows: many, reasons: [...counts].sort(([, a], [, b]) => b - a) };
}

/** `要確認 26 → 3件（多い理由: 配送会社が未設定 2件）。`, with what was settled where fewer ask than before; empty where none did. */
export function askingText({ rows, reasons: [most] }: Asking, before: Pick<Asking, "rows">): string {
  if (rows === 0 && before.rows === 0) return "";
  const many = (count: number) => count.toLocaleString("ja-JP");
  const why = most === undefined ? "" : `（多い理由: ${cut(most[0], LONGEST)} ${many(most[1])}件）`;
  return `要確認 ${rows < before.rows ? `${many(before.rows)} → ` : ""}${many(rows)}件${why}。`;
}

/** What people wrote themselves may be long. */
const LONGEST = 30;
