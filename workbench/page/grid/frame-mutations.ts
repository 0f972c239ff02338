/** What brings a sheet that Univer shows from one frame to the next. */
import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";
import { filterColumns } from "./filter.ts";
import { notesOf } from "./note.ts";
import { rangeOf } from "./range.ts";
import { validationRules } from "./validation.ts";
import { columnData, hiddenRows, rowData, worksheetData } from "./workbook-data.ts";

export interface Mutation {
  readonly id: string;
  readonly params: object;
}

const sheet = (name: string, params: object): Mutation => ({ id: `sheet.mutation.${name}`, params });

/** The fields of a frame, and what shows them. */
const shows: readonly (readonly [(keyof DrawnFrame)[], (before: DrawnFrame, after: DrawnFrame) => Mutation[]])[] = [
  [["title"], (_, { title }) => [sheet("set-worksheet-name", { name: title })]],
  [["tabColor"], (_, { tabColor = "" }) => [sheet("set-tab-color", { color: tabColor })]],
  [["hidden"], (_, { hidden }) => [sheet("set-worksheet-hidden", { hidden: hidden ? 1 : 0 })]],
  [["columnCount"], (_, { columnCount }) => [sheet("set-worksheet-column-count", { columnCount })]],
  [["frozenRows", "frozenColumns"], (_, after) => [sheet("set-frozen", worksheetData(after).freeze!)]],
  [["gridlines"], (_, { gridlines }) => [sheet("toggle-gridlines", { showGridlines: gridlines ? 1 : 0 })]],
  [
    ["merges"],
    (before, after) => [
      sheet("remove-worksheet-merge", { ranges: before.merges.map(rangeOf) }),
      sheet("add-worksheet-merge", { ranges: after.merges.map(rangeOf) }),
    ],
  ],
  [
    ["columns"],
    ({ columns }, after) => [
      sheet("set-col-data", { columnData: { ...columnData(normal(columns)), ...columnData(after.columns) } }),
    ],
  ],
  [
    ["rows", "filtered"],
    (before, after) => {
      const visible = [...hiddenRows(before)].map((index) => ({ index }));
      const shown = rowData(normal([...before.rows, ...visible]), new Set());
      return [sheet("set-row-data", { rowData: { ...shown, ...rowData(after.rows, hiddenRows(after)) } })];
    },
  ],
  [
    ["validations"],
    // Univer looks at every cell of a rule that comes or goes: of a long list, only those that changed may.
    (before, after) => {
      const gone = without(validationRules(before), validationRules(after)).map(({ uid }) => uid);
      const rule = without(validationRules(after), validationRules(before));
      return [
        ...(gone.length > 0 ? [{ id: "data-validation.mutation.removeRule", params: { ruleId: gone } }] : []),
        ...(rule.length > 0 ? [{ id: "data-validation.mutation.addRule", params: { rule } }] : []),
      ];
    },
  ],
  [
    ["notes"],
    (before, after) => [
      ...notesOf(before).map(({ id, row, col }) => sheet("remove-note", { noteId: id, row, col })),
      ...notesOf(after).map((note) => sheet("update-note", { row: note.row, col: note.col, note })),
    ],
  ],
  [
    ["filter"],
    (before, { filter }) => {
      if (filter === undefined) return [sheet("remove-filter", {})];
      const criteria = (col: number, criteria: object | null) => sheet("set-filter-criteria", { col, criteria });
      return [
        sheet("set-filter-range", { range: rangeOf(filter.area) }),
        ...(before.filter?.criteria ?? []).map(({ column }) => criteria(column, null)),
        ...filterColumns(filter).map((column) => criteria(column.colId, column)),
      ];
    },
  ],
  // Last, and always: it is what makes Univer measure rows and columns again.
  [
    ["rowCount", "rows", "filtered", "columns", "columnCount"],
    (_, { rowCount }) => [sheet("set-worksheet-row-count", { rowCount })],
  ],
];

const normal = <Size extends { readonly index: number }>(sizes: readonly Size[]) =>
  sizes.map(({ index }) => ({ index }));

/** Those that are not among the others as they are. */
function without<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const known = new Set(others.map((other) => JSON.stringify(other)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
}

export function frameMutations(before: DrawnFrame, after: DrawnFrame): Mutation[] {
  const differs = (field: keyof DrawnFrame) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  return shows.flatMap(([fields, show]) => (fields.some(differs) ? show(before, after) : []));
}
