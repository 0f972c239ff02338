import { columnLetters } from "../a1.ts";
import { formulaText } from "../declare/formula.ts";
import type { Table } from "../declare/table.ts";
import type { View } from "../declare/view.ts";
import { type Layout, placeOf, widthOf } from "../read/layout.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type FilterView = GoogleAppsScript.Sheets.Schema.FilterView;

/**
 * The filter views of a table that are missing, and those of its titles that show other rows now. `there` are the views of
 * the sheet; those of other titles are people's own.
 */
export const viewRequests = (
  { views = [], key }: Table,
  sheetId: number,
  layout: Layout,
  there: readonly FilterView[] = [],
  rowCount = Number.POSITIVE_INFINITY,
): Request[] =>
  views.flatMap((view): Request[] => {
    const filter = filterOf(view, sheetId, layout, key[0] ?? "");
    const known = there.find(({ title }) => title === view.title);
    if (known === undefined) return [{ addFilterView: { filter } }];
    const { filterViewId, range } = known;
    const reaches = (range?.startRowIndex ?? 0) === 0 && (range?.endRowIndex ?? rowCount) >= rowCount;
    const fields = "range,criteria,sortSpecs";
    if (reaches && formulasIn(known).join() === formulasIn(filter).join()) return [];
    return [
      { updateFilterView: { filter: { ...filter, ...(filterViewId === undefined ? {} : { filterViewId }) }, fields } },
    ];
  });

function filterOf({ title, rows, sort = [] }: View, sheetId: number, layout: Layout, first: string): FilterView {
  const userEnteredValue = formulaText(rows, (name) => `$${columnLetters(placeOf(layout, name))}2`);
  return {
    title,
    range: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: widthOf(layout) },
    criteria: {
      [placeOf(layout, first)]: { condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue }] } },
    },
    sortSpecs: sort.map(([name, sortOrder]) => ({ dimensionIndex: placeOf(layout, name), sortOrder })),
  };
}

const formulasIn = ({ criteria }: FilterView): string[] =>
  Object.values(criteria ?? {}).flatMap((one) => one.condition?.values?.[0]?.userEnteredValue ?? []);
