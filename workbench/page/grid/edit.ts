/** What a person changed in the grid, as input for the engine. */
import type { ICellData } from "@univerjs/core";
import type { CellInput, Corner } from "../sheets-client.ts";

export interface Edit {
  readonly corner: Corner;
  readonly rows: readonly (readonly CellInput[])[];
}

export type EditedCells = Record<number, Record<number, ICellData | null | undefined>>;

/** What the grid made of a cell's input is put aside where the text itself is known. */
export type TextOf = (row: number, column: number) => string | undefined;

const BOOLEAN = 3;
const FORCED_TEXT = 4;

/** Undefined where only the look changed. */
function inputOf(cell: ICellData | null | undefined, text: string | undefined): CellInput | undefined {
  if (text !== undefined) return text;
  if (cell === null || cell === undefined) return "";
  if (cell.f) return cell.f;
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (cell.v === undefined) return "f" in cell && cell.s === undefined ? "" : undefined;
  if (cell.v === null) return "";
  if (cell.t === BOOLEAN) return Boolean(cell.v);
  return cell.t === FORCED_TEXT ? `'${cell.v}` : cell.v;
}

/** One rectangle around all edited cells, null where a cell inside it was not edited; undefined when nothing was. */
export function editOf(cells: EditedCells, textOf: TextOf): Edit | undefined {
  const inputs = Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns).flatMap(([column, cell]) => {
      const input = inputOf(cell, textOf(Number(row), Number(column)));
      return input === undefined ? [] : [{ row: Number(row), column: Number(column), input }];
    }),
  );
  if (inputs.length === 0) return undefined;

  const corner = { row: least(inputs.map(({ row }) => row)), column: least(inputs.map(({ column }) => column)) };
  const height = -least(inputs.map(({ row }) => -row)) - corner.row + 1;
  const width = -least(inputs.map(({ column }) => -column)) - corner.column + 1;
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): CellInput => null));
  for (const { row, column, input } of inputs) rows[row - corner.row]![column - corner.column] = input;
  return { corner, rows };
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
