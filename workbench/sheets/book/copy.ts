import type { sheets_v4 } from "@googleapis/sheets";
import { cloned } from "../api/message.ts";
import { renameInFormula } from "../formulas/formula-references.ts";
import { type Context, newId } from "../requests/request-kind.ts";
import { checkTitle } from "./sheet-properties.ts";
import { changeFormulas } from "./structure.ts";
import { checkCellLimit, type Sheet, sheetById, type Workbook } from "./workbook.ts";

type Metadata = sheets_v4.Schema$DeveloperMetadata;

/** A sheet with the developer metadata that lies on it, as it is copied. */
export interface CopiedSheet {
  readonly sheet: Sheet;
  readonly metadata: readonly Metadata[];
}

export const isOnSheet = ({ location }: Metadata, sheetId: number): boolean =>
  (location?.sheetId ?? location?.dimensionRange?.sheetId) === sheetId;

/** What another project sees of a copy: metadata of PROJECT visibility stays with the project that made it. */
export const seenElsewhere = (metadata: readonly Metadata[]): Metadata[] =>
  metadata.filter(({ visibility }) => visibility !== "PROJECT");

/** Where and as what a copy of a sheet is put. */
export interface Placing {
  readonly index: number;
  readonly sheetId?: number;
  readonly title?: string;
}

/** Puts the copy of a sheet into the workbook; everything of it that has an id gets one that is not taken. */
export function pasteSheet(context: Context, { sheet, metadata }: CopiedSheet, placing: Placing): Sheet {
  const { book } = context;
  const from = sheet.properties.sheetId ?? 0;
  const sheetId = placing.sheetId ?? newId(context, (id) => sheetById(book, id) !== undefined);
  const title = placing.title ?? copyTitle(book, sheet.properties.title ?? "");
  checkTitle(book, title);
  const pasted: Sheet = {
    properties: { ...cloned(sheet.properties), sheetId, title },
    parts: renumbered(context, onSheet(cloned(sheet.parts), from, sheetId)),
    grid: sheet.grid.fork(),
  };
  changeFormulas(pasted.grid, (formula) => renameInFormula(formula, sheet.properties.title ?? "", title));
  book.sheets.splice(placing.index, 0, pasted);
  for (const entry of onSheet(cloned([...metadata]), from, sheetId))
    book.metadata.push({
      ...entry,
      metadataId: newId(context, (id) => book.metadata.some(({ metadataId }) => metadataId === id)),
    });
  checkCellLimit(book);
  return pasted;
}

/** "Copy of Sheet1", "Copy of Sheet1 2", ... in the spreadsheet's language. */
function copyTitle(book: Workbook, title: string): string {
  const first = book.properties.locale?.startsWith("ja") ? `${title} のコピー` : `Copy of ${title}`;
  const taken = new Set(book.sheets.map(({ properties }) => properties.title?.toLowerCase()));
  for (let n = 1; ; n++) {
    const free = n === 1 ? first : `${first} ${n}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** The value with every range on one sheet laid on another. */
function onSheet<T>(value: T, from: number, to: number): T {
  if (Array.isArray(value)) return value.map((item) => onSheet(item, from, to)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => [
      field,
      field === "sheetId" && item === from ? to : onSheet(item, from, to),
    ]),
  ) as T;
}

const IDS = {
  protectedRanges: "protectedRangeId",
  filterViews: "filterViewId",
  bandedRanges: "bandedRangeId",
  charts: "chartId",
} as const;

function renumbered(context: Context, parts: Sheet["parts"]): Sheet["parts"] {
  const kinds = Object.entries(IDS) as [keyof typeof IDS, string][];
  const all = context.book.sheets.map((each) => each.parts);
  const taken = new Set(
    kinds.flatMap(([list, id]) => all.flatMap((each) => each[list].map((part) => Reflect.get(part, id)))),
  );
  const next = () => {
    const id = newId(context, (candidate) => taken.has(candidate));
    taken.add(id);
    return id;
  };
  const lists = kinds.map(([list, id]) => [list, parts[list].map((part) => ({ ...part, [id]: next() }))]);
  return { ...parts, ...Object.fromEntries(lists) };
}
