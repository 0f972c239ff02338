import { OPERATOR } from "../../../workbench/workbench.ts";
import type { View, ViewRow } from "../office.ts";
import type { World } from "../world.ts";
import { anyRow, anySheet, band, orderOf, placeText, workSheet } from "./people.ts";
import type { Step } from "./step.ts";

export const insertRows: Step = {
  name: "insert rows",
  by: "people",
  moves: true,
  weight: 3,
  act(world) {
    const { office, dice, windows } = world;
    const view = office.view(anySheet(world));
    const [at, count] = [dice.int(1, view.used), dice.int(1, 2)];
    office.edit(OPERATOR, [{ insertDimension: { range: band(view, "ROWS", at, count), inheritFromBefore: at > 1 } }]);
    windows.shift("rows", view.sheet);
    return `${view.sheet}: ${count} rows inserted above row ${at + 1}`;
  },
};

export const deleteRow: Step = {
  name: "delete a row",
  by: "people",
  weight: 3,
  act(world) {
    const view = world.office.view(workSheet(world));
    const row = anyRow(world, view);
    // A sheet keeps one row under its frozen header.
    if (row === undefined || view.rowCount === 2) return undefined;
    const place = placeText(world, view, row);
    removeRow(world, view, row);
    return `${place} is deleted`;
  },
};

/** As people do it, with everything that follows from it. */
export function removeRow(world: World, view: View, row: ViewRow): void {
  const { ledger, meddling, office, windows } = world;
  meddling.row(orderOf(world, view, row));
  ledger.deleted(view, row);
  office.edit(OPERATOR, [{ deleteDimension: { range: band(view, "ROWS", row.index) } }]);
  windows.shift("rows", view.sheet);
}

export const sortRows: Step = {
  name: "sort",
  by: "people",
  moves: true,
  weight: 4,
  act(world) {
    const { office, dice, windows } = world;
    const view = office.view(anySheet(world));
    if (view.rows.length < 2) return undefined;
    const column = dice.int(0, view.columnCount - 1);
    const sortOrder = dice.pick(["ASCENDING", "DESCENDING"]);
    office.edit(OPERATOR, [
      {
        sortRange: {
          range: {
            sheetId: view.sheetId,
            startRowIndex: 1,
            endRowIndex: view.used,
            startColumnIndex: 0,
            endColumnIndex: view.columnCount,
          },
          sortSpecs: [{ dimensionIndex: column, sortOrder }],
        },
      },
    ]);
    windows.shift("rows", view.sheet);
    return `${view.sheet} is sorted by 「${view.headers[column]}」 ${sortOrder}`;
  },
};

export const filterRows: Step = {
  name: "filter",
  by: "people",
  moves: true,
  weight: 2,
  act(world) {
    const { office, dice } = world;
    const view = office.view(anySheet(world));
    const column = dice.int(0, view.columnCount - 1);
    const hidden = [...new Set(view.rows.map(({ cells }) => String(cells[column] ?? "")))].slice(0, 2);
    const range = {
      sheetId: view.sheetId,
      startRowIndex: 0,
      endRowIndex: view.used,
      startColumnIndex: 0,
      endColumnIndex: view.columnCount,
    };
    const filter = { range, criteria: { [column]: { hiddenValues: hidden } } };
    const off = dice.chance(0.4);
    office.edit(OPERATOR, [off ? { clearBasicFilter: { sheetId: view.sheetId } } : { setBasicFilter: { filter } }]);
    return off ? `${view.sheet}: filter off` : `${view.sheet}: filter on 「${view.headers[column]}」`;
  },
};

/** Copies a whole row into a new row, below the last one, or over another row. */
export const pasteRow: Step = {
  name: "paste a row",
  by: "people",
  weight: 2,
  act(world) {
    const { office, dice, ledger, meddling, windows } = world;
    const view = office.view(workSheet(world));
    const row = anyRow(world, view);
    if (row === undefined) return undefined;
    const over = dice.chance(0.3) ? dice.pick(view.rows) : undefined;
    if (over?.index === row.index) return undefined;
    const place = placeText(world, view, row);
    const target = over?.index ?? view.used;
    if (over !== undefined) {
      meddling.row(orderOf(world, view, over));
      ledger.deleted(view, over);
    }
    meddling.row(orderOf(world, view, row));
    meddling.pasted(view.sheet, ledger.keyOf(view, row));
    ledger.copied(view, row);
    const columns = { sheetId: view.sheetId, startColumnIndex: 0, endColumnIndex: view.columnCount };
    office.edit(OPERATOR, [
      // Below the last row people first make room: a list may end at the last row of its sheet.
      ...(over === undefined ? [{ appendDimension: { sheetId: view.sheetId, dimension: "ROWS", length: 1 } }] : []),
      {
        copyPaste: {
          source: { ...columns, startRowIndex: row.index, endRowIndex: row.index + 1 },
          destination: { ...columns, startRowIndex: target, endRowIndex: target + 1 },
          pasteType: "PASTE_NORMAL",
        },
      },
    ]);
    windows.shift("rows", view.sheet);
    return `${place} is pasted ${over === undefined ? "below the last row" : `over row ${target + 1}`}`;
  },
};
