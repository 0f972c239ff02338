import { captions } from "../../core/menu-texts.ts";
import { type Platform, SheetsFailure } from "../../platform/ports.ts";
import { type Notice, problemFrom } from "../../run/notice.ts";
import { personalColumns, type Table } from "../../workbook/declare/table.ts";
import { patientReads, sheetsProblem } from "../../workbook/read/patient-sheets.ts";
import { hideColumns } from "../../workbook/set-up/hide-columns.ts";
import { allTables } from "../tables.ts";
import { rightsTexts } from "./rules/rights-texts.ts";

/** Takes names, addresses, numbers and remarks of buyers out of sight for those who pick and pack, on all sheets. */
export const hidePersonal = (platform: Platform): Notice =>
  told(platform, captions.hidePersonal, true, rightsTexts.hidden);

export const showPersonal = (platform: Platform): Notice =>
  told(platform, captions.showPersonal, false, rightsTexts.shown);

/** Read and closed by the person: what hiding does not do is the half that matters. */
function told(platform: Platform, title: string, hidden: boolean, done: string): Notice {
  const { remedy, message } = outcome(platform, hidden, done);
  platform.screen.alert(title, message);
  return { remedy, message, rmsCalls: 0 };
}

function outcome(platform: Platform, hidden: boolean, done: string): Pick<Notice, "remedy" | "message"> {
  try {
    hideColumns(patientReads(platform.sheets, platform.clock), tables(), dataIn, hidden);
    return { remedy: "none", message: done };
  } catch (error) {
    if (isProtected(error)) return { remedy: "fix", message: rightsTexts.notYours };
    return problemFrom(platform, error instanceof SheetsFailure ? sheetsProblem(error) : error);
  }
}

const dataIn = (table: Table): string[] => personalColumns(table, ["data"]);

const tables = (): Table[] => allTables.filter((table) => dataIn(table).length > 0);

const isProtected = (error: unknown): boolean =>
  error instanceof SheetsFailure && /protected cell/i.test(error.message);
