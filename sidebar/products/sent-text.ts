import type { Sent } from "./send-import.ts";

/** How an import came out, with what of it is in the sheets. */
export function sentText({ how, done, total, message, counts }: Sent): string {
  const { added, updated, asked, retired } = counts;
  const written = [
    `追加 ${many(added)}`,
    `更新 ${many(updated)}`,
    ...(asked === 0 ? [] : [`要確認 ${many(asked)}`]),
    ...(retired === 0 ? [] : [`廃止 ${many(retired)}`]),
  ].join("、");
  if (how === "done") return `取り込みました。${written}。`;
  const kept = `${many(total)}中${many(done)}まで取り込み済みです（${written}）。もう一度取り込むと続きを処理します。`;
  return how === "cancelled" ? `中止しました。${kept}` : `${message}\n${kept}`;
}

export const many = (count: number): string => `${count.toLocaleString("ja-JP")}件`;
