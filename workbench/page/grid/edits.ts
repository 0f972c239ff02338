/** A person's edits on their way to the engine: what is not allowed is refused here, what is seldom meant is asked about. */
import type { Entry } from "../sheets-client.ts";
import { accepted } from "./choice.ts";
import { type EditedCells, type EditedSheet, entriesOf } from "./edit.ts";
import type { Typed } from "./gestures.ts";
import { type Caution, type Changed, cautionFor, type SheetGuard } from "./guarded-cells.ts";
import { entries as cellsIn, type Matrix } from "./matrix.ts";
import { choiceAt, isCheckbox, type Rule } from "./validation.ts";

export interface EditsOptions {
  rules(sheetId: string): readonly Rule[];
  guard(sheetId: string): SheetGuard;
  /** Something typed that the cell's rule does not allow. */
  onInvalid(): void;
  confirm(caution: Caution): Promise<boolean>;
  /** Writes the entries; `cells` show something of a person that is to give way to the engine's answer. */
  write(sheetId: string, entries: Promise<readonly Entry[]>, cells: Matrix<unknown>): void;
}

export interface Edits {
  /** Cells that changed in the grid. */
  edit(sheetId: string, cells: EditedCells, typed: Typed | undefined): void;
  replace(sheetId: string, cells: EditedCells): void;
  /** Cells that the grid does not show yet. */
  enter(sheetId: string, entry: Entry): void;
}

export function createEdits({ rules, guard, onInvalid, confirm, write }: EditsOptions): Edits {
  const sheet = (id: string, meaning: Omit<EditedSheet, "isCheckbox">): EditedSheet => ({
    ...meaning,
    isCheckbox: (row, column) => isCheckbox(rules(id), row, column),
  });

  /** The question is put at once: the keys that come next are for its answer. */
  function send(id: string, entries: readonly Entry[], cells: Matrix<unknown>): void {
    const caution = cautionFor(guard(id), entries.flatMap(changedBy));
    const may = caution === undefined ? Promise.resolve(true) : confirm(caution);
    write(
      id,
      may.then((yes) => (yes ? entries : [])),
      cells,
    );
  }

  return {
    enter: (id, entry) => send(id, [entry], {}),
    edit(id, cells, typed) {
      const [first] = cellsIn(cells);
      const choice = typed && first && choiceAt(rules(id), first.row, first.column);
      const text = choice ? accepted(choice, typed) : typed?.text;
      const allowed = typed === undefined || text !== undefined;
      if (!allowed) onInvalid();
      send(id, allowed ? entriesOf(cells, sheet(id, { text, asTyped: false })) : [], cells);
    },
    replace: (id, cells) => send(id, entriesOf(cells, sheet(id, { text: undefined, asTyped: true })), cells),
  };
}

/** The cells that an entry writes. */
const changedBy = ({ corner, rows }: Entry): Changed[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell === null ? [] : [{ row: corner.row + row, column: corner.column + column, filled: cell !== "" }],
    ),
  );
