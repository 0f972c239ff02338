/** Brings what a person did to the engine; the grid shows what the engine made of it. */
import type { DrawnFrame, Span } from "../../sheets/drawing/drawn.ts";
import { type Corner, type Entry, type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { lockedColumns } from "./locked-columns.ts";
import { entries as cellsIn, type Matrix, put } from "./matrix.ts";
import type { Sync } from "./sync.ts";
import { meetsFormula } from "./validation.ts";
import type { View } from "./view.ts";

export interface Writer {
  /** Writes the entries; `cells` show something of the person that gives way to the engine's answer. */
  enter(id: string, entries: readonly Entry[], cells: Matrix<unknown>): Promise<void>;
  /** A request of `batchUpdate`, for the engine to accept or refuse. */
  ask(request: object): Promise<void>;
}

export interface WriterOptions {
  readonly client: SheetsClient;
  readonly view: View;
  readonly sync: Sync;
  readonly onRefusal: (refusal: SheetsRefusal) => void;
  /** What the rule of a cell says of an entry that it does not allow, which is not written. */
  readonly onInvalid: (message: string) => void;
  /** The same of an entry that is written all the same. */
  readonly onDoubt: (message: string) => void;
  /** The engine's answer is in these cells. */
  readonly onShown: (id: string, cells: readonly Corner[]) => void;
}

export function createWriter(options: WriterOptions): Writer {
  const { client, view, sync, onRefusal, onShown } = options;

  /** Google looks at the rules of cells when people enter something, and at nobody else's writing. */
  async function isAllowed({ title, validations }: DrawnFrame, entry: Entry): Promise<boolean> {
    if (!meetsFormula(validations, entry)) return true;
    const breaches = await client.breaches(title, entry).catch((error: unknown) => {
      // Refused as such: the entry itself will be, in the same words.
      if (error instanceof SheetsRefusal) return [];
      throw error;
    });
    const strict = breaches.find((breach) => breach.strict);
    if (strict !== undefined) options.onInvalid(strict.message);
    else if (breaches[0] !== undefined) options.onDoubt(breaches[0].message);
    return strict === undefined;
  }

  return {
    async enter(id, entries, cells) {
      const sheet = view.sheet(id);
      if (sheet === undefined) return;
      for (const { row, column } of cellsIn(cells)) put(sheet.touched, row, column, true);
      const rows = Object.keys(cells).map((row): Span => [Number(row), Number(row) + 1]);
      sync.noteRows(id, [...rows, ...entries.map(({ corner, rows }): Span => [corner.row, corner.row + rows.length])]);
      try {
        for (const entry of entries)
          if (await isAllowed(sheet.frame, entry)) await client.enter(sheet.frame.title, entry);
      } catch (error) {
        if (error instanceof SheetsRefusal) onRefusal(error.over(lockedColumns(sheet, entries)));
        else view.restore(id);
      }
      await sync.catchUp();
      onShown(id, cellsIn(cells));
    },
    async ask(request) {
      await client.update([request]).catch((error: unknown) => {
        if (!(error instanceof SheetsRefusal)) throw error;
        onRefusal(error);
      });
      sync.noteAll();
      await sync.catchUp();
    },
  };
}
