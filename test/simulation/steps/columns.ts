import { OPERATOR } from "../../../workbench/workbench.ts";
import { keyHeaders, ownerOf } from "../declared.ts";
import type { View } from "../office.ts";
import type { World } from "../world.ts";
import { anySheet, band, cellRequest, WORK_SHEETS, workSheet } from "./people.ts";
import type { Step } from "./step.ts";
import { columnsWhere } from "./type-cell.ts";

/**
 * A run that finds columns elsewhere puts right what it wrote, but not while a header is gone: then it stops, and a row may
 * stay astray. Both at once, between one look and its write, is known and accepted, and people here do not do it.
 */
const mayMove = ({ windows }: World): boolean => !windows.isOpen("headers");
const mayRename = ({ windows }: World): boolean => !windows.isOpen("columns");

export const insertColumn: Step = {
  name: "insert a column",
  by: "people",
  moves: true,
  weight: 3,
  act(world) {
    if (!mayMove(world)) return undefined;
    const { office, dice, windows } = world;
    const view = office.view(anySheet(world));
    const at = dice.int(0, view.columnCount - 1);
    const header = dice.chance(0.6) ? world.token("列") : "";
    office.edit(OPERATOR, [
      { insertDimension: { range: band(view, "COLUMNS", at), inheritFromBefore: false } },
      ...(header === "" ? [] : [cellRequest(view, 0, at, header)]),
    ]);
    windows.shift("columns", view.sheet);
    return `${view.sheet}: column 「${header}」 inserted before 「${view.headers[at]}」`;
  },
};

export const moveColumn: Step = {
  name: "move a column",
  by: "people",
  moves: true,
  weight: 3,
  act(world) {
    if (!mayMove(world)) return undefined;
    const { office, dice, windows } = world;
    const view = office.view(anySheet(world));
    const from = dice.int(0, view.columnCount - 1);
    const to = dice.int(0, view.columnCount);
    if (to === from || to === from + 1) return undefined;
    office.edit(OPERATOR, [{ moveDimension: { source: band(view, "COLUMNS", from), destinationIndex: to } }]);
    windows.shift("columns", view.sheet);
    return `${view.sheet}: column 「${view.headers[from]}」 moved before 「${view.headers[to] ?? "the end"}」`;
  },
};

/**
 * A key column that is deleted leaves rows that nobody can tell apart: people would undo that at once. The hidden one of
 * their own cells they do not see.
 */
export const deleteColumn: Step = {
  name: "delete a column",
  by: "people",
  weight: 0.5,
  act(world) {
    if (!mayRename(world)) return undefined;
    const view = world.office.view(workSheet(world));
    const keys = keyHeaders(view.sheet);
    const kept = (name: string) => keys.includes(name) || ownerOf(view.sheet, name) === "mark";
    const columns = columnsWhere(view, (header) => !kept(world.ledger.declaredName(view.sheet, header)));
    const own = columns.filter((at) => ownerOf(view.sheet, view.headers[at] as string) !== "api");
    const column = world.dice.pick(own.length > 0 && world.dice.chance(0.6) ? own : columns);
    removeColumn(world, view, column);
    return `${view.sheet}: column 「${view.headers[column]}」 deleted`;
  },
};

/** As people do it, with everything that follows from it. */
export function removeColumn(world: World, view: View, column: number): void {
  const header = view.headers[column] as string;
  const name = world.ledger.declaredName(view.sheet, header);
  world.office.edit(OPERATOR, [{ deleteDimension: { range: band(view, "COLUMNS", column) } }]);
  world.windows.shift("columns", view.sheet);
  world.windows.shift("headers", view.sheet);
  world.meddling.column(view.sheet, name, world.shop.now());
  if (view.headers.filter((each) => each === header).length === 1) world.ledger.columnDeleted(view.sheet, header);
}

export const renameHeader: Step = {
  name: "rename a header",
  by: "people",
  weight: 1,
  act(world) {
    if (!mayRename(world)) return undefined;
    const { office, dice, ledger } = world;
    const view = office.view(workSheet(world));
    const columns = columnsWhere(view, (header) => header === ledger.declaredName(view.sheet, header));
    if (columns.length === 0) return undefined;
    const column = dice.pick(columns);
    const from = view.headers[column] as string;
    const to = world.token(from);
    office.edit(OPERATOR, [cellRequest(view, 0, column, to)]);
    named(world, view.sheet, from, to);
    return `${view.sheet}: header 「${from}」 renamed to 「${to}」`;
  },
};

export const restoreHeader: Step = {
  name: "restore a header",
  by: "people",
  weight: 5,
  act(world) {
    if (!mayRename(world)) return undefined;
    const sheet = workSheet(world);
    const [renamed] = world.ledger.renames(sheet);
    return renamed === undefined ? undefined : giveBackName(world, sheet, renamed);
  },
};

/** What 初期設定 named back meanwhile. */
export function followNames({ ledger, office }: World): void {
  for (const sheet of WORK_SHEETS) if (ledger.renames(sheet).length > 0) ledger.follow(office.view(sheet));
}

/** Where 初期設定 has made the column anew meanwhile, the old one stays as people's own. */
export function giveBackName(
  world: World,
  sheet: string,
  { from, to }: { from: string; to: string },
): string | undefined {
  const view = world.office.view(sheet);
  const column = view.headers.indexOf(to);
  if (column === -1 || view.headers.includes(from)) return undefined;
  world.office.edit(OPERATOR, [cellRequest(view, 0, column, from)]);
  named(world, sheet, to, from);
  return `${sheet}: header 「${to}」 named 「${from}」 again`;
}

/** A write is on its way to where this header was. */
function named(world: World, sheet: string, from: string, to: string): void {
  const name = world.ledger.declaredName(sheet, from);
  world.ledger.renamed(sheet, from, to);
  world.windows.shift("columns", sheet);
  world.windows.shift("headers", sheet);
  world.meddling.column(sheet, name, world.shop.now());
}
