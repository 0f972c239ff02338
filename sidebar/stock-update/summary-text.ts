import { isEmptied, type UpdatePreview } from "../../src/desk/shop-stock/rules/update-preview.ts";

export const skippedCount = ({ skipped }: Pick<UpdatePreview, "skipped">): number =>
  Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** What an update would do, in one sentence, and that it is not done yet. */
export function summaryText(preview: Pick<UpdatePreview, "changes" | "even" | "skipped">): string {
  const { changes, even } = preview;
  const emptied = changes.filter(isEmptied).length;
  const counts = `変更 ${changes.length}件（うち0になるもの ${emptied}件）、変更なし ${even}件、見送り ${skippedCount(preview)}件。`;
  return `${counts}${changes.length === 0 ? "楽天の在庫を変更するものはありません。" : "まだ何も書き込んでいません。"}`;
}
