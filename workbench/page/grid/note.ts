/** Notes that a person reads on hovering; they are written by the add-on, and not here. */
import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";

export interface Note {
  readonly id: string;
  readonly row: number;
  readonly col: number;
  readonly note: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 220;
const LINE = 20;
const CHARACTERS_A_LINE = 15;

/** Univer does not fit the box to the text. */
function heightOf(text: string): number {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
  return LINE * (lines + 1);
}

export const notesOf = ({ sheetId, notes }: DrawnFrame): Note[] =>
  notes.map(({ row, column, text }) => ({
    id: `${sheetId}-${row}-${column}`,
    row,
    col: column,
    note: text,
    width: WIDTH,
    height: heightOf(text),
  }));

export function noteResource(frames: readonly DrawnFrame[]): { name: string; data: string } {
  const bySheet = frames.map((frame) => {
    const byRow: Record<number, Record<number, Note>> = {};
    for (const note of notesOf(frame)) byRow[note.row] = { ...byRow[note.row], [note.col]: note };
    return [frame.sheetId, byRow];
  });
  return { name: "SHEET_NOTE_PLUGIN", data: JSON.stringify(Object.fromEntries(bySheet)) };
}
