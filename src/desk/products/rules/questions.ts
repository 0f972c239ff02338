import { type Pair, pairName } from "./pair.ts";

const NAMED = 10;

const names = (pairs: readonly Pair[]): string =>
  pairs.slice(0, NAMED).map(pairName).join("、") + (pairs.length > NAMED ? ` ほか${pairs.length - NAMED}件` : "");

const TICK = "「確認済」にチェックを入れてください。";

export const sharedCode = (pairs: readonly Pair[]): string =>
  `${names(pairs)} の商品コードが同じです。同じ商品なら、${TICK}別の商品なら、RMSで商品コードを分けてください。`;

export const codeChanged = (from: string, to: string): string =>
  `商品コードが ${from} から ${to} に変わりました。同じ商品なら、${TICK}商品マスタと在庫の行の商品コードを変更します。`;

export const codeTaken = (from: string, to: string): string =>
  `商品コードが ${from} から ${to} に変わりましたが、${to} はほかの行にあります。同じ商品なら、入力した内容を ${to} の行に移し、この行を商品マスタと在庫から削除してください。別の商品なら、RMSで商品コードを分けてください。`;

export const partMoved = (pair: Pair): string =>
  `${pairName(pair)} の商品コードが ${pair.movedTo} に変わりました。別の商品として分けるなら、${TICK}`;

/** Whether a tick settles any of it; what only RMS or the sheet can answer takes none. */
export const takesTick = (question: string): boolean => question.includes(TICK);

const OLD_TICK =
  "「確認済」のチェックはこの確認事項より前のものです。一度外し、次の取込でこの表示が消えてから入れ直してください。";

export const hasOldTick = (question: string): boolean => question.includes(OLD_TICK);

export const withOldTick = (question: string): string => [question, OLD_TICK].filter(Boolean).join("\n");
