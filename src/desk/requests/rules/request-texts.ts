import { AUTOMATION, type Caption, captions, inMenu } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";

const FILED = `「${sheetNames.dashboard}」の「今すぐ連携」にチェックを入れ`;

/** Told to somebody who may not run a job, once the request for it stands on ダッシュボード. */
export const asked = (title: string, { who, minutes }: { readonly who: string; readonly minutes: number }): string =>
  `「${title}」は、楽天と連携している ${who} さんの${AUTOMATION}が実行します。${FILED}、依頼しました。${minutes}分ごとの確認で1回実行し、結果を「回答」に書きます。`;

/** The same where nothing runs by itself: only the operator can carry it out. */
export const askedInVain = (title: Caption, operator: string): string =>
  `「${title}」は、楽天と連携している ${operator} さんだけが実行できます。${FILED}、依頼を残しましたが、${AUTOMATION}が動いていません。${operator} さんに、${inMenu(title)}を実行するか、${inMenu(captions.startSchedule)}を選ぶように伝えてください。`;
