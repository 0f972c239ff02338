/** What the page says when the workbench does not answer. */
import { notice, type ShownToast } from "./page-state.ts";

/** Until somebody has read and closed it. */
const lasting = (toast: ShownToast): ShownToast => ({ ...toast, seconds: -1 });

export const unsaved = (): ShownToast =>
  lasting(
    notice(
      "入力を保存できませんでした",
      "ワークベンチと通信できないため、入力前の内容に戻しました。接続が戻ってから、もう一度入力してください。",
    ),
  );

export const readAgain = (): ShownToast =>
  lasting(
    notice(
      "接続が戻りました",
      "保存されている内容を表示しています。直前の入力が残っているか確認してください。",
      "plain",
    ),
  );

export const unanswered = (): ShownToast =>
  notice(
    "ワークベンチが応答しません",
    "npm start が動いているか確かめてください。接続が戻ってから、結果を確認するか、もう一度操作してください。",
  );
