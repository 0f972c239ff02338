import { captions, inMenu } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";

/** `operator` is who connected this spreadsheet, if anybody did. */
export function keysNeeded(operator: string | undefined): Problem {
  if (operator)
    return new Problem(
      "fix",
      `このスプレッドシートの楽天連携は ${operator} さんが設定しています。取得はその方が実行してください。`,
    );
  return new Problem(
    "fix",
    `楽天のキーが設定されていません。${inMenu(captions.showSettings)}で、サービスシークレットとライセンスキーを登録してください。`,
  );
}
