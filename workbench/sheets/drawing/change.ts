/** What a change of a workbook does to what is drawn of it. */

import { isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import type { Row } from "../cells/grid.ts";
import { withinRow } from "../formulas/formula-references.ts";
import type { Span } from "./drawn.ts";
import { hasCriteria } from "./filtered-rows.ts";
import { spansOf, united } from "./span.ts";

export interface DrawnChange {
  /** Something else than cells changed: sheets, sizes, rules, notes, filters, protections. Who looks through a filter view knows that rows change it. */
  readonly frames: boolean;
  /** The rows whose cells look different, of the sheets that have any. */
  readonly rows: readonly { readonly sheetId: number; readonly spans: readonly Span[] }[];
}

/** Costs a comparison a row: a row that was not written is the same object before and after. */
export function drawnChange(before: Workbook, after: Workbook): DrawnChange {
  const old = new Map(before.sheets.map((sheet) => [sheet.properties.sheetId ?? 0, sheet]));
  const changes = after.sheets.map((sheet) => sheetChange(old.get(sheet.properties.sheetId ?? 0), sheet));
  const sheetsMoved = ids(before) !== ids(after) || before.properties.title !== after.properties.title;
  const anyRows = changes.some(({ written }) => written.length > 0);
  return {
    frames:
      sheetsMoved ||
      changes.some(({ frame }) => frame) ||
      (anyRows && after.sheets.some(({ parts }) => hasCriteria(parts.basicFilter))),
    rows: after.sheets.flatMap((sheet, index) => {
      const { written, redrawn } = changes[index]!;
      const spans = united([...written, ...redrawn, ...(anyRows ? spansOf(farReaching(sheet)) : [])]);
      return spans.length === 0 ? [] : [{ sheetId: sheet.properties.sheetId ?? 0, spans }];
    }),
  };
}

const ids = ({ sheets }: Workbook): string => sheets.map(({ properties }) => properties.sheetId ?? 0).join();

interface SheetChange {
  readonly frame: boolean;
  readonly written: readonly Span[];
  /** Rows that nobody wrote and that look different. */
  readonly redrawn: readonly Span[];
}

function sheetChange(before: Sheet | undefined, after: Sheet): SheetChange {
  const whole: Span = [0, after.grid.rowCount];
  if (before === undefined) return { frame: true, written: [whole], redrawn: [] };
  const changed: number[] = [];
  for (let row = 0; row < Math.max(before.grid.usedRows, after.grid.usedRows); row++)
    if (before.grid.row(row) !== after.grid.row(row)) changed.push(row);
  const layersChanged = changed.some((row) => !sameFrame(before.grid.row(row), after.grid.row(row)));
  const columns = before.grid.columnCount !== after.grid.columnCount;
  const grown = before.grid.rowCount !== after.grid.rowCount;
  const added: Span = [Math.min(before.grid.rowCount, after.grid.rowCount), after.grid.rowCount];
  return {
    frame: columns || grown || layersChanged || text(frameParts(before)) !== text(frameParts(after)),
    written: spansOf(changed),
    redrawn: columns || text(lookParts(before)) !== text(lookParts(after)) ? [whole] : [added],
  };
}

const text = JSON.stringify;
const frameParts = ({ properties, parts }: Sheet) => {
  const { conditionalFormats: _rules, bandedRanges: _bands, ...rest } = parts;
  return [properties, rest];
};

/** Ranges that reach the end of the grid grow with it, and look no different in the rows above. */
function lookParts({ parts, grid }: Sheet) {
  const ranges = ({ endRowIndex, ...range }: { endRowIndex?: number | null }) => ({
    ...range,
    ...(endRowIndex === undefined || endRowIndex === grid.rowCount ? {} : { endRowIndex }),
  });
  return [
    parts.conditionalFormats.map((rule) => ({ ...rule, ranges: rule.ranges?.map(ranges) })),
    parts.bandedRanges.map((banding) => ({ ...banding, range: banding.range && ranges(banding.range) })),
  ];
}

/** Drop-downs and notes belong to the frame. */
const sameFrame = (a: Readonly<Row> | undefined, b: Readonly<Row> | undefined): boolean =>
  (["rule", "note"] as const).every((layer) => {
    const [x = [], y = []] = [a?.[layer], b?.[layer]];
    return x.length === y.length && x.every((item, column) => item === y[column]);
  });

/** Rows with a formula that reads more than its row: any change may be one of its value. */
function* farReaching({ grid }: Sheet): Iterable<number> {
  for (let row = 0; row < grid.usedRows; row++)
    if (formulasOf(grid.row(row)).some((formula) => withinRow(formula, row) === undefined)) yield row;
}

const formulas = new WeakMap<Readonly<Row>, readonly string[]>();

function formulasOf(row: Readonly<Row> | undefined): readonly string[] {
  if (row === undefined) return [];
  const known =
    formulas.get(row) ?? (row.value ?? []).flatMap((content) => (isFormula(content) ? [content.formula] : []));
  formulas.set(row, known);
  return known;
}
