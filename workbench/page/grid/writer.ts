/** Brings what a person did to the engine; the grid shows what the engine made of it. */
import type { Span } from "../../sheets/drawing/drawn.ts";
import { type Corner, type Entry, type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { lockedColumns } from "./locked-columns.ts";
import { entries as cellsIn, type Matrix, put } from "./matrix.ts";
import type { Sync } from "./sync.ts";
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
  /** The engine's answer is in these cells. */
  readonly onShown: (id: string, cells: readonly Corner[]) => void;
}

export function createWriter({ client, view, sync, onRefusal, onShown }: WriterOptions): Writer {
  return {
    async enter(id, entries, cells) {
      const sheet = view.sheet(id);
      if (sheet === undefined) return;
      for (const { row, column } of cellsIn(cells)) put(sheet.touched, row, column, true);
      const rows = Object.keys(cells).map((row): Span => [Number(row), Number(row) + 1]);
      sync.noteRows(id, [...rows, ...entries.map(({ corner, rows }): Span => [corner.row, corner.row + rows.length])]);
      try {
        for (const entry of entries) await client.enter(sheet.frame.title, entry);
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
