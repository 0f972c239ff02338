/** What a person changed in the grid, as input for the engine. */
import type { ICellData } from "@univerjs/core";
import type { CellInput, Entry } from "../sheets-client.ts";
import { entries, type Matrix } from "./matrix.ts";

export type EditedCells = Matrix<ICellData | null | undefined>;

export interface EditedSheet {
  /** The text as it was typed, into each of the cells; what the grid made of it is put aside. */
  readonly text: string | undefined;
  /** Texts of the cells themselves mean what they would if they were typed. */
  readonly asTyped: boolean;
  isCheckbox(row: number, column: number): boolean;
}

interface Input {
  readonly row: number;
  readonly column: number;
  readonly value: CellInput;
  /** Typed text and formulas mean something; a value that was copied or undone is what it is. */
  readonly parsed: boolean;
}

const BOOLEAN = 3;

/** Undefined where only the look changed. */
function copiedValue(cell: ICellData | null | undefined, checkbox: boolean): CellInput | undefined {
  if (cell === null || cell === undefined || cell.v === null) return "";
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (cell.v === undefined) return undefined;
  return cell.t === BOOLEAN || checkbox ? Number(cell.v) === 1 : cell.v;
}

function inputOf(row: number, column: number, cell: ICellData | null | undefined, sheet: EditedSheet): Input[] {
  const meant = sheet.text ?? cell?.f ?? (sheet.asTyped ? cell?.v?.toString() : undefined);
  if (meant !== undefined && meant !== null) return [{ row, column, value: meant, parsed: true }];
  const value = copiedValue(cell, sheet.isCheckbox(row, column));
  return value === undefined ? [] : [{ row, column, value, parsed: false }];
}

/** At most two entries, as one write is either parsed or not; null where a cell in its rectangle was not edited. */
export function entriesOf(cells: EditedCells, sheet: EditedSheet): Entry[] {
  const inputs = entries(cells).flatMap(({ row, column, item }) => inputOf(row, column, item, sheet));
  return [true, false].flatMap((parsed) => {
    const alike = inputs.filter((input) => input.parsed === parsed);
    return alike.length === 0 ? [] : [rectangle(alike, parsed)];
  });
}

function rectangle(inputs: readonly Input[], parsed: boolean): Entry {
  const corner = { row: least(inputs.map(({ row }) => row)), column: least(inputs.map(({ column }) => column)) };
  const height = -least(inputs.map(({ row }) => -row)) - corner.row + 1;
  const width = -least(inputs.map(({ column }) => -column)) - corner.column + 1;
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): CellInput => null));
  for (const { row, column, value } of inputs) rows[row - corner.row]![column - corner.column] = value;
  return { corner, rows, parsed };
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
