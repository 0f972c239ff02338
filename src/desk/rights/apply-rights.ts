import { Problem } from "../../core/problem.ts";
import { type Platform, SheetsFailure } from "../../platform/ports.ts";
import { alone, busy } from "../../run/alone.ts";
import { renewal } from "../../workbook/protect/renewal.ts";
import { isOutOfPlace, patientReads, sheetsProblem } from "../../workbook/read/patient-sheets.ts";
import { readHeads } from "../../workbook/read/read.ts";
import type { States } from "../../workbook/read/snapshot.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { allTables } from "../tables.ts";
import { editorsOf } from "./editors.ts";
import { rightsTexts } from "./rules/rights-texts.ts";

/** Lets these operators, and nobody else, write everywhere in the sheets from now on. Throws Problem. */
export function applyRights(platform: Platform, operators: Settings["operators"]): void {
  const done = alone(platform, rightsTexts.applying, () => apply(platform, operators));
  if (done === undefined) throw new Problem("wait", busy(platform).message);
}

function apply(platform: Platform, operators: Settings["operators"]): true {
  const editors = editorsOf(platform, operators);
  const requests = [...headsOf(platform).values()].flatMap((sheet) => renewal(sheet, editors));
  try {
    if (requests.length > 0) platform.sheets.batchUpdate({ requests });
  } catch (error) {
    if (!(error instanceof SheetsFailure)) throw error;
    const isRefused = error.code === 400 && !isOutOfPlace(error);
    throw isRefused ? new Problem("fix", rightsTexts.refused, { cause: error }) : sheetsProblem(error);
  }
  editors.renewed();
  return true;
}

/** Before 初期設定 there is nothing to protect, and where it has something to mend it protects as well. */
function headsOf({ sheets, clock }: Platform): States {
  try {
    return readHeads(patientReads(sheets, clock), allTables);
  } catch (error) {
    if (error instanceof Problem && error.remedy === "fix") return new Map();
    throw error;
  }
}
