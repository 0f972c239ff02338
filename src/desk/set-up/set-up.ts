import { captions } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import { type BatchUpdate, type Platform, SheetsFailure } from "../../platform/ports.ts";
import { alone, busy } from "../../run/alone.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { type Notice, problemFrom, show } from "../../run/notice.ts";
import { stored, storedName } from "../../run/stored.ts";
import { isOutOfPlace, patientReads, SHEETS_ATTEMPTS, sheetsProblem } from "../../workbook/read/patient-sheets.ts";
import { factsIn, HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../workbook/set-up/look.ts";
import { COLUMN_FIELDS, checkRenamed, renamedRanges } from "../../workbook/set-up/proof.ts";
import { RULE_FIELDS, ruleRanges } from "../../workbook/set-up/ruled.ts";
import { setUpRequests } from "../../workbook/set-up/set-up.ts";
import { operatorOf } from "../connection/operator.ts";
import { onlyOperator } from "../connection/rules/operator-texts.ts";
import { writeStatus } from "../connection/status.ts";
import { charts, figures } from "../dashboard/figures.ts";
import { isFirstHour } from "../dashboard/fold-checklist.ts";
import { editorsOf } from "../rights/editors.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { SET_UP_DONE } from "../stored-names.ts";
import { allTables } from "../tables.ts";

const TITLE = captions.setUp;

/** Who chose it last. */
const setUpBy = stored(SET_UP_DONE, storedName, undefined);

const MADE = "シートを用意しました。";
const NEXT = `「${dashboardTable.sheet}」の「はじめに」の順に進めてください。`;

/** In place of an address that Google does not tell. */
const NOBODY = "1";

/** Creates the sheets that the add-on works with, and repairs what is missing of them; what people did stays. */
export function setUp(platform: Platform): Notice {
  const notice = alone(platform, TITLE, () => noticeOf(platform)) ?? busy(platform);
  show(platform, TITLE, notice);
  return notice;
}

function noticeOf(platform: Platform): Notice {
  try {
    const isFirst = setUpBy.read(platform.shared) === undefined;
    const changed = patientlyPrepared(platform);
    setUpBy.write(platform.shared, platform.who || NOBODY);
    // Whoever entered the keys before finds them on the checklist.
    if (isFirst && operatorOf(platform) !== undefined) writeStatus(platform);
    const goesOn = isFirstHour(platform);
    platform.screen.bringToFront((goesOn ? dashboardTable : shipmentTable).sheet);
    const message = changed ? MADE + (goesOn ? NEXT : "") : "シートはすべて揃っています。";
    return { remedy: "none", message, rmsCalls: 0 };
  } catch (error) {
    const problem = problemFrom(platform, error instanceof SheetsFailure ? sheetsProblem(error) : error);
    return { remedy: problem.remedy, message: problem.message, rmsCalls: 0 };
  }
}

/** People may move columns while it looks: then Google refuses it, and it looks again. */
function patientlyPrepared(platform: Platform): boolean {
  for (let attempt = 1; ; attempt++) {
    try {
      return prepare(platform);
    } catch (error) {
      if (!(error instanceof SheetsFailure && isOutOfPlace(error)) || attempt === SHEETS_ATTEMPTS) throw error;
    }
  }
}

/** Three reads (one more where headers got other names) and one commit; false when there was nothing to do. */
function prepare(platform: Platform): boolean {
  const { sheets, clock, shared, who } = platform;
  const operator = operatorOf({ shared });
  if (operator !== undefined && operator !== who)
    throw new Problem("fix", onlyOperator(`「${TITLE}」を実行できる`, operator));
  const reads = patientReads(sheets, clock);
  const book = reads.get({ fields: SHEET_FIELDS });
  const ranges = setUpRanges(book, allTables);
  const looked = ranges.length === 0 ? {} : reads.get({ ranges, fields: HEADER_FIELDS });
  const facts = factsIn(book, looked, allTables);
  const renamed = renamedRanges(facts);
  if (renamed.length > 0) checkRenamed(facts, reads.get({ ranges: renamed, fields: COLUMN_FIELDS }));
  const rules = ruleRanges(facts);
  const ruled = rules.length === 0 ? {} : reads.get({ ranges: rules, fields: RULE_FIELDS });
  const anew = setUpBy.read(shared) !== (who || NOBODY);
  const sheetsOfOurs = { tables: allTables, figures, charts };
  const requests = setUpRequests(book, looked, { ...sheetsOfOurs, ruled, who, anew, editors: editorsOf(platform) });
  if (requests.length > 0) sheets.batchUpdate({ requests } satisfies BatchUpdate);
  return requests.length > 0;
}
