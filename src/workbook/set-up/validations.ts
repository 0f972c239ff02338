import type { Spreadsheet } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import { ruleFor, validationRequests, validationsOf } from "../declare/validation.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import type { SheetFacts } from "./look.ts";
import { rulesIn } from "./ruled.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** Validations that are missing, or from an earlier version. A rule of people's own stays. `ruled` is the look at what is there. */
export function validationRepairs(table: Table, facts: SheetFacts, layout: Layout, ruled: Spreadsheet): Request[] {
  const due = validationsOf(table).filter(([name, validation]) => {
    const place = placeOf(layout, name);
    if (facts.validated[place] !== true) return true;
    const wanted = plain(ruleFor(validation, layout, 1));
    return rulesIn(ruled, facts.sheetId, place).some((rule) => isFormula(rule) && plain(rule) !== wanted);
  });
  return validationRequests(table, facts.sheetId, layout, 1, undefined, due);
}

const isFormula = ({ condition }: Rule): boolean => condition?.type === "CUSTOM_FORMULA";

/** Without the row that its references begin in. */
const plain = ({ condition, inputMessage = "", strict = false }: Rule): string =>
  [condition?.values?.[0]?.userEnteredValue?.replace(/(\$[A-Z]+)\d+/g, "$1"), inputMessage, strict].join("\n");
