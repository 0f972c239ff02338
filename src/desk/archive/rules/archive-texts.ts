import { captions, inMenu } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";

const month = (part: string): string => `${part.slice(0, 4)}年${Number(part.slice(5))}月`;

/** What people read of archives. */
export const archiveTexts = {
  title: (part: string): string => `出荷シート 保管 ${month(part)}`,
  /** Until it is known for good: what a run that was cut off leaves behind is not mistaken for an archive. */
  preparing: (part: string): string => `出荷シート 準備中 ${month(part)}`,
  held: {
    report: "出荷実績の報告が終わっていない注文",
    question: "確認事項や変更内容が残っている注文",
    row: "行の内容や並びを確かめる必要がある注文",
    stock: `${sheetNames.ledger}にまだ記録されていない注文`,
    fault: `${sheetNames.log}にエラーが残っている注文`,
  },
  unverified: (title: string): string =>
    `「${title}」に写した内容が元の行と一致しませんでした。${sheetNames.shipments}の行は消していません。次の日次整理でもう一度写します。`,
  unreachable: (title: string): string =>
    `「${title}」を開けません。ゴミ箱に入れたときは元に戻し、ほかの方が作成したときは共有（編集者）を依頼してください。開けるまで、この月の注文は${sheetNames.shipments}に残ります。`,
  leftOver: (title: string): string =>
    `保管先を作る途中で止まったため、「${title}」という空のスプレッドシートが残っていることがあります。空のものは削除してかまいません。`,
  archived: (place: string): string =>
    `${place}へ移した注文です。内容は${inMenu(captions.findShipped)}で確認できます。楽天のステータスが戻っても、新しい注文としては取り込みません。`,
  skipped: "保管済みの注文",
  progress: (moved: number): string => `${moved}件の注文を保管先へ移しました。`,
} as const;
