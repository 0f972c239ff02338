import type { Spreadsheet } from "../../platform/ports.ts";
import { columnGuards } from "../commit/column-guard.ts";
import { lostFormulaRequests } from "../commit/lost-formulas.ts";
import { columnFormats, dropDowns, numberFormats } from "../declare/column-format.ts";
import type { ChartOf, Figure } from "../declare/figure.ts";
import { hasKeysOfStaff, type Table } from "../declare/table.ts";
import { validationRequests, validationsOf } from "../declare/validation.ts";
import { renewal } from "../protect/renewal.ts";
import type { ProtectedSheet } from "../protect/wanted.ts";
import { firstLayout, type Layout, placeOf, widthOf } from "../read/layout.ts";
import { hasKey } from "../read/snapshot.ts";
import { boxRepairs } from "./boxes.ts";
import { chartRequests } from "./charts.ts";
import { columnPlan, columnRequests, markRequest, noteRequests, renameRequests } from "./columns.ts";
import { defaultSheetRequests } from "./default-sheet.ts";
import { figureRequests } from "./figures.ts";
import { formerFormulaRequests } from "./former-formulas.ts";
import { groupRequests } from "./groups.ts";
import { headerRuleRequests } from "./header-rules.ts";
import { highlightRequests } from "./highlights.ts";
import { factsIn, type SheetFacts } from "./look.ts";
import type { MadeSheet } from "./made-sheet.ts";
import { checkContents } from "./proof.ts";
import { grownFrom, reachRequests } from "./reach.ts";
import { seedRequests } from "./seed.ts";
import type { SetUpBy } from "./set-up-by.ts";
import { intoBlockRequests } from "./staff-key-places.ts";
import { takeOverRequests } from "./take-over.ts";
import { validationRepairs } from "./validations.ts";
import { viewRequests } from "./views.ts";
import { sheetsOf, titleRequests } from "./which-sheet.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

export interface SetUpOptions extends SetUpBy {
  readonly tables: readonly Table[];
  readonly figures?: readonly Figure[];
  readonly charts?: readonly ChartOf[];
  /** What `ruleRanges` found, of sheets that are there; without it the rules of their headers stay as they are. */
  readonly ruled?: Spreadsheet;
}

/** What is missing, and only that: sheets, columns, headers, rows to start with, protection, looks. What people did stays. */
export function setUpRequests(book: Spreadsheet, looked: Spreadsheet, options: SetUpOptions): Request[] {
  const { tables, figures = [], charts = [], ruled = {}, ...by } = options;
  const seen = factsIn(book, looked, tables);
  for (const [table, facts] of seen) checkContents(table, facts, tables);
  const used = new Set((book.sheets ?? []).map((sheet) => sheet.properties?.sheetId ?? 0));
  const made = tables.map((table): MadeSheet => {
    const facts = seen.get(table);
    if (facts === undefined)
      return { table, sheetId: freeId(used), layout: firstLayout(table), rowCount: firstRows(table), facts };
    const { layout } = columnPlan(table, facts);
    return { table, sheetId: facts.sheetId, layout, rowCount: facts.rowCount, facts };
  });
  return [
    ...bookRequests(book),
    ...titleRequests(sheetsOf(book, tables)),
    ...made.flatMap(({ table, sheetId, facts }, index) =>
      facts === undefined ? newSheet(table, sheetId, index, by) : repairs(table, facts, by, ruled),
    ),
    // Once all that they look at is there.
    ...figureRequests(made, figures),
    ...chartRequests(book, made, charts),
    // All that is above names columns by where they stand before it.
    ...made.flatMap(({ table, facts }) =>
      facts === undefined ? [] : intoBlockRequests(table, facts.sheetId, columnPlan(table, facts)),
    ),
    // Last: a spreadsheet is never without a sheet.
    ...defaultSheetRequests(book, looked),
  ];
}

/** Times are those of Japan, so TODAY() has to be too. Cells hold wall time: what is in them stays as it is. */
const ZONE = "Asia/Tokyo";

/** Formulas with NOW() tell that nothing is written any more: they have to be computed while nothing is. */
const RECALCULATED = "HOUR";

function bookRequests({ properties: { timeZone, autoRecalc } = {} }: Spreadsheet): Request[] {
  const properties = {
    ...(timeZone === ZONE ? {} : { timeZone: ZONE }),
    ...(autoRecalc === "HOUR" || autoRecalc === "MINUTE" ? {} : { autoRecalc: RECALCULATED }),
  };
  const fields = Object.keys(properties).join();
  return fields === "" ? [] : [{ updateSpreadsheetProperties: { properties, fields } }];
}

/** Chosen here, so that the requests of the same commit can name the sheet. */
function freeId(used: Set<number>): number {
  let id = 1001;
  while (used.has(id)) id++;
  used.add(id);
  return id;
}

/** Every run reads the empty rows too. Where jobs add the rows, they open more as they need them. */
const ROWS_FOR_JOBS = 200;
/** People may not be able to add rows themselves: enough for long. */
const ROWS_FOR_PEOPLE = 500;

const firstRows = (table: Table): number => (hasKeysOfStaff(table) ? ROWS_FOR_PEOPLE : ROWS_FOR_JOBS);

function newSheet(table: Table, sheetId: number, index: number, by: SetUpBy): Request[] {
  const names = Object.keys(table.columns);
  const layout = firstLayout(table);
  const rowCount = firstRows(table);
  const frozen = { frozenRowCount: 1, frozenColumnCount: table.frozen ?? 1 };
  const gridProperties = { rowCount, columnCount: widthOf(layout), ...frozen };
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: table.sheet,
          index,
          gridProperties,
          tabColorStyle: tabColor(table),
          ...(table.hidden ? { hidden: true } : {}),
        },
      },
    },
    ...columnRequests(table, sheetId, layout, names),
    ...columnFormats(table, sheetId, layout, 1),
    ...seedRequests(table, sheetId, layout, []),
    ...looks(table, sheetId, layout),
    ...groupRequests(table, sheetId, layout),
    ...protectionRequests({ table, sheetId, layout, headers: [], protections: [], ...gridProperties }, by),
  ];
}

function repairs(table: Table, facts: SheetFacts, by: SetUpBy, ruled: Spreadsheet): Request[] {
  const { sheetId } = facts;
  const plan = columnPlan(table, facts);
  const { layout, added } = plan;
  const lacking = (there: readonly boolean[]): Layout => new Map([...layout].filter(([, place]) => !there[place]));
  const length = facts.free + added.length - facts.columnCount;
  const requests = [
    ...propertyRequests(table, facts),
    ...(length <= 0 ? [] : [{ appendDimension: { sheetId, dimension: "COLUMNS", length } }]),
    ...renameRequests(table, sheetId, plan),
    ...plan.unmarked.map((name) => markRequest(sheetId, placeOf(layout, name), name)),
    ...columnRequests(table, sheetId, layout, added),
    ...headerRuleRequests(table, facts, plan, ruled),
    ...noteRequests(table, facts, plan),
    ...numberFormats(table, sheetId, lacking(facts.formatted), 1),
    ...dropDowns(table, sheetId, lacking(facts.validated), 1),
    ...validationRepairs(table, facts, layout, ruled),
    ...boxRepairs(table, facts, layout),
    ...takeOverRequests(table, facts, plan),
    ...lostFormulaRequests({ table, sheetId, layout, formulas: facts.formulas }, rowsWithKey(table, facts, layout)),
    ...formerFormulaRequests(table, facts, layout),
    ...seedRequests(table, sheetId, layout, facts.rows),
    ...looks(table, sheetId, layout, facts),
    ...lowerRows(table, facts, layout),
    ...protectionRequests({ ...facts, table, layout, columnCount: Math.max(facts.columnCount, widthOf(layout)) }, by),
  ];
  return requests.length === 0 ? [] : [...markGuards(facts), ...requests];
}

/** All of it goes by the places of columns as they were looked at: where people move one meanwhile, Google refuses the whole. */
function markGuards({ sheetId, marks }: SheetFacts): Request[] {
  const marked = new Map([...marks.entries()].flatMap(([place, name]) => (name === undefined ? [] : [[name, place]])));
  return columnGuards(sheetId, marked, marked.keys());
}

/** Where a lock keeps out whoever sets up, Google refuses, and they are told whom to ask. */
function protectionRequests(sheet: ProtectedSheet, { who, anew = false, editors }: SetUpBy): Request[] {
  const alone = { users: who === "" ? [] : [who], isRunnerHidden: who === "", owner: () => undefined };
  return renewal(sheet, editors ?? alone, { anew, closed: "refused" });
}

/** Formats and drop-downs of the rows by which a sheet grew without them. */
function lowerRows(table: Table, facts: SheetFacts, layout: Layout): Request[] {
  const [from, to] = [grownFrom(facts), facts.rowCount];
  const bare: Layout = new Map(
    [...layout].filter(([, place]) => facts.formatted[place] === true && !facts.formattedToTheEnd[place]),
  );
  if (from >= to) return [];
  const checked = validationsOf(table).filter(([name]) => bare.has(name));
  return [
    ...numberFormats(table, facts.sheetId, bare, from, to),
    ...dropDowns(table, facts.sheetId, bare, from, to),
    ...validationRequests(table, facts.sheetId, layout, from, to, checked),
  ];
}

const rowsWithKey = (table: Table, { rows }: SheetFacts, layout: Layout) =>
  rows.map((cells, below) => ({ index: 1 + below, cells })).filter(({ cells }) => hasKey(table, layout)(cells));

const tabColor = (table: Table) => ({ rgbColor: table.tabColor ?? { red: 0.6, green: 0.6, blue: 0.6 } });

/** The frozen header and the colour of the tab. */
function propertyRequests(table: Table, { sheetId, frozen, colored }: SheetFacts): Request[] {
  const fields = [...(frozen ? [] : ["gridProperties.frozenRowCount"]), ...(colored ? [] : ["tabColorStyle"])].join();
  const gridProperties = { frozenRowCount: 1 };
  const properties = { sheetId, gridProperties, tabColorStyle: tabColor(table) };
  return fields === "" ? [] : [{ updateSheetProperties: { properties, fields } }];
}

/** Stripes, filter and highlights, where a sheet has none of its own. */
function looks(table: Table, sheetId: number, layout: Layout, facts?: SheetFacts): Request[] {
  const range = { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: widthOf(layout) };
  return [
    ...(facts?.banding ? [] : [{ addBanding: { bandedRange: { range, rowProperties: STRIPES } } }]),
    ...(facts?.filter || table.unfiltered ? [] : [{ setBasicFilter: { filter: { range } } }]),
    ...(facts === undefined ? [] : reachRequests(facts)),
    ...highlightRequests(table, sheetId, layout, facts?.highlights, facts?.rowCount),
    ...viewRequests(table, sheetId, layout, facts?.views, facts?.rowCount),
  ];
}

const STRIPES = {
  headerColor: { red: 0.91, green: 0.92, blue: 0.93 },
  firstBandColor: { red: 1, green: 1, blue: 1 },
  secondBandColor: { red: 0.97, green: 0.98, blue: 0.99 },
};
