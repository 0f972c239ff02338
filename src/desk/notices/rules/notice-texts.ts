import { sheetNames } from "../../../core/sheet-names.ts";
import type { Waiting } from "./notice-state.ts";

/** Names of places where people look, and of what they set: the panel, the dialogs and ダッシュボード say the same. */
export const NOTICES = "お知らせ";
export const SIGNATURE = "このお知らせは「出荷シート」から自動で送信しています。";

export const noticeTitle = (count: number, first: string): string =>
  count === 1 ? `【出荷シート】${first}` : `【出荷シート】${first} ほか${count - 1}件のお知らせ`;

interface Said {
  readonly title: string;
  /** Cause and cure. */
  readonly cure: string;
}

/** What each kind says; titles have no full stop. */
export function saidOf({ kind, about, count, text }: Waiting): Said {
  switch (kind) {
    case "failing":
      return {
        title: `「${about}」が${count}回続けて失敗しました`,
        cure: text || `「${sheetNames.log}」を確認してください。`,
      };
    case "licence": {
      const [title = "", ...cure] = text.split("。");
      return { title, cure: cure.join("。") };
    }
    case "cancelled":
      return {
        title: `出荷の入力がある注文 ${count}件が、楽天でキャンセルされています`,
        cure: `荷物を止められるか確認し、発送済みの場合はRMSでお客様対応をしてください。出荷実績は、確認が済むまで楽天へ報告しません。詳しくは「${sheetNames.shipments}」の取消の行を確認してください。`,
      };
    case "belowZero":
      return {
        title: `引当可能数が0より少なくなった商品が${count}件あります`,
        cure: `在庫より多くの注文が入っているか、棚卸数が実際と違います。「${sheetNames.stock}」で数を確認し、入荷するか、楽天の在庫数を下げてください。`,
      };
    case "overdue":
      return {
        title: `出荷予定日が本日までの荷物のうち、${count}件がまだ出荷済になっていません`,
        cure: `発送した荷物は「${sheetNames.shipments}」の出荷ステータスを「出荷済」にしてください。発送できない荷物は、お客様への連絡が必要か確認してください。`,
      };
  }
}

export const testTitle = "お知らせのテスト送信です";
export const testCure = "この文が届いていれば、お知らせの設定は完了です。";

export const andMore = (count: number): string => `ほか${count}件`;

export const droppedText = (count: number): string =>
  `このほかに${count}件のお知らせがありました。「${sheetNames.dashboard}」と「${sheetNames.log}」を確認してください。`;
