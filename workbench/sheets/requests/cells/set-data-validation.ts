import { invalid } from "../../api/api-error.ts";
import { requireSheet } from "../../book/workbook.ts";
import { sharedRule } from "../../cells/cell-rule.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";

/** Puts a validation rule on every cell of a range; without a rule the range is freed of any. */
export const setDataValidation: RequestKind<"setDataValidation"> = ({ range, rule }, context) => {
  const rect = writableRect(context, range);
  if (rule && !rule.condition?.type) throw invalid("No condition type specified.");
  const { grid } = requireSheet(context.book, rect.sheetId);
  const shared = rule ? sharedRule(rule, rect.startRow, rect.startColumn) : undefined;
  for (let row = rect.startRow; row < rect.endRow; row++)
    for (let column = rect.startColumn; column < rect.endColumn; column++) grid.set("rule", row, column, shared);
  return undefined;
};
