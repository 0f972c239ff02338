import { cellData, cellsRequest } from "../cell.ts";
import { STAFF } from "../declare/column.ts";
import { headerRule } from "../declare/header-rule.ts";
import { columnOf, isHidden, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import type { SheetFacts } from "./look.ts";
import { COLUMN_MARK } from "./which-sheet.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Where each declared column stands, or will: a renamed one is known by its mark, a lost one is made anew. */
export interface ColumnPlan {
  readonly layout: Layout;
  readonly renamed: readonly string[];
  readonly added: readonly string[];
  /** There, but from before columns were marked. */
  readonly unmarked: readonly string[];
}

export function columnPlan(table: Table, facts: SheetFacts): ColumnPlan {
  const names = Object.keys(table.columns);
  // A column that got a new name, whose old one is that of a new column now: it is known by its mark alone.
  const isRenamed = (place: number, name: string): boolean => {
    const mark = facts.marks[place];
    return (
      mark !== undefined &&
      mark !== name &&
      mark in table.columns &&
      !facts.marks.includes(name) &&
      !facts.headers.includes(columnOf(table, mark).header)
    );
  };
  const headerPlace = (name: string) => {
    const place = facts.headers.indexOf(columnOf(table, name).header);
    return place !== -1 && isRenamed(place, name) ? -1 : place;
  };
  const isOther = (place: number, name: string) =>
    names.some(
      (other) => other !== name && columnOf(table, other).header === facts.headers[place] && !isRenamed(place, other),
    );
  const markPlace = (name: string) => facts.marks.findIndex((mark, place) => mark === name && !isOther(place, name));
  const renamed = names.filter((name) => headerPlace(name) === -1 && markPlace(name) !== -1);
  const added = names.filter((name) => headerPlace(name) === -1 && markPlace(name) === -1);
  const placeNow = (name: string): number => {
    if (added.includes(name)) return facts.free + added.indexOf(name);
    return renamed.includes(name) ? markPlace(name) : headerPlace(name);
  };
  return {
    layout: new Map(names.map((name) => [name, placeNow(name)])),
    renamed,
    added,
    unmarked: names.filter((name) => headerPlace(name) !== -1 && !facts.marks.includes(name)),
  };
}

const JOB_COLOR = { red: 0.85, green: 0.89, blue: 0.95 };
const STAFF_COLOR = { red: 1, green: 0.95, blue: 0.8 };

/** A new column: its header with look, note and rule, its width, and the mark by which it is known for good. */
export function columnRequests(table: Table, sheetId: number, layout: Layout, names: readonly string[]): Request[] {
  return names.flatMap((name) => {
    const place = placeOf(layout, name);
    const column = columnOf(table, name);
    const { header, note, width, writer } = column;
    const userEnteredFormat = {
      backgroundColor: writer === STAFF ? STAFF_COLOR : JOB_COLOR,
      textFormat: { bold: true },
      verticalAlignment: "MIDDLE",
      wrapStrategy: "WRAP",
    };
    const cell = { ...cellData(header), userEnteredFormat, note, dataValidation: headerRule(header) };
    const properties = { pixelSize: width, hiddenByUser: isHidden(column) || column.hidden === true };
    return [
      cellsRequest(sheetId, 0, place, [cell], "userEnteredValue,userEnteredFormat,note,dataValidation"),
      { updateDimensionProperties: { range: columnsAt(sheetId, place), properties, fields: "pixelSize,hiddenByUser" } },
      markRequest(sheetId, place, name),
    ];
  });
}

/** Only the name comes back; format, width and note stay as people have them. */
export const renameRequests = (table: Table, sheetId: number, { layout, renamed }: ColumnPlan): Request[] =>
  renamed.map((name) => cellsRequest(sheetId, 0, placeOf(layout, name), [cellData(columnOf(table, name).header)]));

/** Only the notes that are gone; what people wrote there instead stays. */
export const noteRequests = (table: Table, { sheetId, noted }: SheetFacts, { layout, added }: ColumnPlan): Request[] =>
  [...layout]
    .filter(([name, place]) => !noted[place] && !added.includes(name))
    .map(([name, place]) => cellsRequest(sheetId, 0, place, [{ note: columnOf(table, name).note }], "note"));

/** Headers keep their names; a column of people that was inserted beside one takes what they call it. */
export function headerRuleRequests(
  table: Table,
  { sheetId, kept }: SheetFacts,
  { layout, added }: ColumnPlan,
): Request[] {
  const headers = new Map(
    [...layout].flatMap(([name, place]) => (added.includes(name) ? [] : [[place, columnOf(table, name).header]])),
  );
  const ruled = (place: number, rule?: ReturnType<typeof headerRule>): Request => ({
    setDataValidation: {
      range: { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: place, endColumnIndex: place + 1 },
      ...(rule === undefined ? {} : { rule }),
    },
  });
  return [
    ...[...headers]
      .filter(([place, header]) => kept[place] !== header)
      .map(([place, header]) => ruled(place, headerRule(header))),
    ...kept.flatMap((header, place) => (header === undefined || headers.has(place) ? [] : [ruled(place)])),
  ];
}

export const markRequest = (sheetId: number, place: number, name: string): Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: COLUMN_MARK,
      metadataValue: name,
      location: { dimensionRange: columnsAt(sheetId, place) },
      visibility: "PROJECT",
    },
  },
});

const columnsAt = (sheetId: number, place: number) => ({
  sheetId,
  dimension: "COLUMNS",
  startIndex: place,
  endIndex: place + 1,
});
