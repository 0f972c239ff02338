/** Puts the engine's spreadsheet into Univer: its sheets, and of each the cells that were looked at. */
import { mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { DrawnBook, DrawnFrame, DrawnRows, Span } from "../../sheets/drawing/drawn.ts";
import { type CellChanges, cellChanges } from "./cell-changes.ts";
import { type CellMatrix, cellMatrix } from "./cell-data.ts";
import { frameMutations } from "./frame-mutations.ts";
import { type ShownSheet, shownSheet } from "./shown-sheet.ts";
import { styleSheet } from "./style-sheet.ts";
import { locale } from "./univer.ts";
import { workbookData, worksheetData } from "./workbook-data.ts";

export interface View {
  /** The first look at a spreadsheet: its frames, and the cells of the sheet that comes to the front. */
  show(spreadsheetId: string, book: DrawnBook, front: DrawnRows): void;
  /** Sheets come, go and change; what a person has selected and typed stays. */
  reframe(book: DrawnBook): void;
  /** Shows rows that were drawn anew: the whole of these spans. */
  redraw(id: string, spans: readonly Span[], drawn: DrawnRows): void;
  /** Shows the cells again as the engine last told them, whatever a person has entered since. */
  restore(id: string): void;
  activeId(): string;
  activate(id: string): void;
  sheet(id: string): ShownSheet | undefined;
  sheetIds(): string[];
  /** From the next frames on, the rows that a filter view hides are hidden in place of those of the sheet's filter. */
  lookThrough(id: string, filterView: number | undefined): void;
  filterView(id: string): number | undefined;
  looksThrough(): number[];
}

/** Univer writes into the cells that it is given, and what the engine told must stay as it was told. */
const ownCopy = (cells: CellMatrix): CellMatrix =>
  Object.fromEntries(
    Object.entries(cells).map(([row, columns]) => [
      row,
      Object.fromEntries(Object.entries(columns).map(([column, cell]) => [column, { ...cell }])),
    ]),
  );

/** The sheet that is in front when a spreadsheet is opened. */
export const frontOf = ({ sheets }: DrawnBook): DrawnFrame => sheets.find(({ hidden }) => !hidden) ?? sheets[0]!;

const idOf = ({ sheetId }: DrawnFrame): string => String(sheetId);

export function createView(univer: FUniver): View {
  const shown = new Map<string, ShownSheet>();
  const chosen = new Map<string, number>();
  const styles = styleSheet();
  let unitId = "";

  const workbook = () => univer.getActiveWorkbook();
  const activeId = () => workbook()?.getActiveSheet().getSheetId() ?? "";

  // Only with onlyLocal does Univer leave its formulas alone, which is a hundred times faster. What comes from others
  // (fromCollab) does not bring its sheet to the front.
  const push = (mutation: string, id: string, params: object) =>
    univer.syncExecuteCommand(
      mutation,
      { unitId, subUnitId: id, sheetId: id, ...params },
      { onlyLocal: true, fromCollab: true },
    );

  const pushCells = (id: string, cellValue: object) => push("sheet.mutation.set-range-values", id, { cellValue });

  function insert(frame: DrawnFrame, index: number): void {
    const sheet = mergeWorksheetSnapshotWithDefault({ ...worksheetData(frame), cellData: {} });
    push("sheet.mutation.insert-sheet", idOf(frame), { index, sheet });
    change(bare(frame), frame);
  }

  function change(before: DrawnFrame, after: DrawnFrame): void {
    for (const { id, params } of frameMutations(before, after)) push(id, idOf(after), params);
  }

  function asChosen(frame: DrawnFrame): DrawnFrame {
    const filterView = frame.filterViews.find(({ id }) => id === chosen.get(idOf(frame)));
    return { ...frame, filtered: filterView?.filtered ?? frame.filtered };
  }

  /** One by one from the left, each to the place where the spreadsheet has it. */
  function order(wanted: readonly string[]): void {
    const ids = () =>
      workbook()!
        .getSheets()
        .map((sheet) => sheet.getSheetId());
    wanted.forEach((id, toOrder) => {
      const fromOrder = ids().indexOf(id);
      if (fromOrder !== toOrder) push("sheet.mutation.set-worksheet-order", id, { fromOrder, toOrder });
    });
  }

  /** A person may be looking at a sheet that is to go. */
  function leave(book: DrawnBook): void {
    const stays = book.sheets.some((frame) => idOf(frame) === activeId() && !frame.hidden);
    if (!stays) workbook()?.setActiveSheet(idOf(frontOf(book)));
  }

  /** Univer merges what it is told into each cell, which takes seconds for a whole sheet; an empty one can be filled directly. */
  function fill(id: string, cells: CellMatrix): void {
    const matrix = workbook()?.getSheetBySheetId(id)?.getSheet().getCellMatrix();
    for (const [row, columns] of Object.entries(ownCopy(cells))) matrix?.setRow(Number(row), columns);
    pushCells(id, { 0: { 0: { ...cells[0]?.[0] } } });
  }

  function apply(id: string, { removed, set, count }: CellChanges): void {
    if (count === 0) return;
    pushCells(id, removed);
    pushCells(id, set);
  }

  return {
    activeId,
    sheet: (id) => shown.get(id),
    sheetIds: () => [...shown.keys()],
    filterView: (id) => chosen.get(id),
    lookThrough(id, filterView) {
      if (filterView === undefined) chosen.delete(id);
      else chosen.set(id, filterView);
    },
    looksThrough: () => [...chosen.values()],
    activate: (id) => void workbook()?.setActiveSheet(id),
    show(spreadsheetId, book, front) {
      unitId = spreadsheetId;
      const { sheetId } = frontOf(book);
      const cells = cellMatrix(front, styles);
      for (const frame of book.sheets) shown.set(idOf(frame), shownSheet(frame));
      shown.set(String(sheetId), { ...shown.get(String(sheetId))!, cells });
      const looks = { id: unitId, locale, styles: styles.styles };
      univer.createWorkbook(workbookData(book, new Map([[sheetId, ownCopy(cells)]]), looks));
    },
    reframe(book) {
      const ids = book.sheets.map(idOf);
      book.sheets.map(asChosen).forEach((frame, index) => {
        const before = shown.get(idOf(frame));
        if (before === undefined) insert(frame, index);
        else change(before.frame, frame);
        shown.set(idOf(frame), shownSheet(frame, before));
      });
      leave(book);
      for (const id of [...shown.keys()].filter((known) => !ids.includes(known))) {
        shown.delete(id);
        push("sheet.mutation.remove-sheet", id, {});
      }
      order(ids);
    },
    redraw(id, spans, drawn) {
      const before = shown.get(id);
      if (before === undefined) return;
      const fresh = cellMatrix(drawn, styles);
      workbook()?.getWorkbook().addStyles(structuredClone(styles.styles));
      if (before.cells === undefined) {
        fill(id, fresh);
        shown.set(id, { ...before, cells: fresh, touched: {} });
        return;
      }
      const rows = [before.cells, fresh, before.touched].flatMap((cells) => rowsIn(cells, spans));
      apply(id, cellChanges(before.cells, fresh, before.touched, new Set(rows)));
      replaceRows(before.cells, fresh, spans);
      for (const row of rowsIn(before.touched, spans)) delete before.touched[row];
    },
    restore(id) {
      const sheet = shown.get(id);
      if (sheet?.cells === undefined) return;
      const touched = new Set(Object.keys(sheet.touched).map(Number));
      apply(id, cellChanges(sheet.cells, sheet.cells, sheet.touched, touched));
    },
  };
}

/** As Univer has it once it was inserted, which tells nothing of rules, notes and filters. */
const bare = ({ filter: _filter, ...frame }: DrawnFrame): DrawnFrame => ({ ...frame, validations: [], notes: [] });

const rowsIn = (cells: Readonly<Record<number, object>>, spans: readonly Span[]): number[] =>
  Object.keys(cells)
    .map(Number)
    .filter((row) => spans.some(([start, end]) => start <= row && row < end));

function replaceRows(shown: CellMatrix, fresh: CellMatrix, spans: readonly Span[]): void {
  for (const row of rowsIn(shown, spans)) delete shown[row];
  Object.assign(shown, fresh);
}
