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
  // The column itself under its former name, whatever people have under its new one.
  const formerPlace = (name: string) => {
    const { formerHeaders = [] } = columnOf(table, name);
    return facts.headers.findIndex(
      (header, place) => formerHeaders.includes(header) && (facts.marks[place] ?? name) === name,
    );
  };
  const headerPlace = (name: string) => {
    const place = facts.headers.indexOf(columnOf(table, name).header);
    const isOurs = facts.marks[place] === name || formerPlace(name) === -1;
    return place !== -1 && (isRenamed(place, name) || !isOurs) ? -1 : place;
  };
  const isOther = (place: number, name: string) =>
    names.some(
      (other) => other !== name && columnOf(table, other).header === facts.headers[place] && !isRenamed(place, other),
    );
  const markPlace = (name: string) => {
    const former = formerPlace(name);
    return former === -1 ? facts.marks.findIndex((mark, place) => mark === name && !isOther(place, name)) : former;
  };
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
    unmarked: names.filter((name) => !added.includes(name) && !facts.marks.includes(name)),
  };
}

const JOB_COLOR = { red: 0.85, green: 0.89, blue: 0.95 };
const STAFF_COLOR = { red: 1, green: 0.95, blue: 0.8 };

export const headerFormat = (backgroundColor: GoogleAppsScript.Sheets.Schema.Color) => ({
  backgroundColor,
  textFormat: { bold: true },
  verticalAlignment: "MIDDLE",
  wrapStrategy: "WRAP",
});

/** A new column: its header with look, note and rule, its width, and the mark by which it is known for good. */
export function columnRequests(table: Table, sheetId: number, layout: Layout, names: readonly string[]): Request[] {
  return names.flatMap((name) => {
    const place = placeOf(layout, name);
    const column = columnOf(table, name);
    const { header, note, width, writer } = column;
    const userEnteredFormat = headerFormat(writer === STAFF ? STAFF_COLOR : JOB_COLOR);
    const cell = { ...cellData(header), userEnteredFormat, note, dataValidation: headerRule(header, place) };
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
