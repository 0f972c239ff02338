import { captions, inMenu } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import { onlyOperator } from "./rules/operator-texts.ts";

/** `operator` is who connected this spreadsheet, if anybody did. */
export function keysNeeded(operator: string | undefined): Problem {
  if (operator) return new Problem("fix", onlyOperator("この操作ができる", operator));
  return new Problem(
    "fix",
    `楽天のキーが設定されていません。${inMenu(captions.showSettings)}で、サービスシークレットとライセンスキーを登録してください。`,
  );
}
