/** A formula as it was entered, with its "=". */
export interface Formula {
  readonly formula: string;
}

/** What a cell holds: a value as stored, or a formula whose value is computed when asked for. */
export type Content = string | number | boolean | Formula;

/** The layers of a cell, each kept in its own sparse row, so that a plain value costs one slot and no object. */
export interface Layers {
  readonly value: Content;
  readonly format: object;
  readonly note: string;
  readonly rule: object;
  readonly runs: readonly object[];
}

export type Layer = keyof Layers;

export const layers: readonly Layer[] = ["value", "format", "note", "rule", "runs"];

export type Row = { owner: object } & { [L in Layer]?: (Layers[L] | undefined)[] };

type Axis = "rows" | "columns";

/**
 * The cells of one sheet. A fork shares all rows with its origin and copies a row only when it writes to it,
 * so a refused batch costs nothing and the origin never sees it.
 */
export class Grid {
  private token: object = {};
  private shared = false;
  /** True while nothing was written since the last seal. */
  sealed = false;

  constructor(
    public rowCount: number,
    public columnCount: number,
    private rows: (Row | undefined)[] = [],
  ) {}

  fork(): Grid {
    const fork = new Grid(this.rowCount, this.columnCount, this.rows);
    fork.shared = true;
    fork.sealed = this.sealed;
    // Rows written so far now have two holders: neither may write them in place.
    this.shared = true;
    this.token = {};
    return fork;
  }

  /** Rows as they are now will never be written in place: who holds one may rely on it. */
  seal(): void {
    this.token = {};
    this.sealed = true;
  }

  get cells(): number {
    return this.rowCount * this.columnCount;
  }

  get<L extends Layer>(layer: L, row: number, column: number): Layers[L] | undefined {
    return this.rows[row]?.[layer]?.[column] as Layers[L] | undefined;
  }

  row(row: number): Readonly<Row> | undefined {
    return this.rows[row];
  }

  /** One past the last row that holds anything at all. */
  get usedRows(): number {
    return this.rows.length;
  }

  /** One past the last row that holds something in this layer; 0 when there is none. */
  lastRow(layer: Layer): number {
    let end = this.rows.length;
    while (end > 0 && !this.rows[end - 1]?.[layer]?.length) end--;
    return end;
  }

  set<L extends Layer>(layer: L, row: number, column: number, value: Layers[L] | undefined): void {
    if (value === undefined && this.get(layer, row, column) === undefined) return;
    const cells = this.writable(row, layer);
    if (value !== undefined) {
      // Holes would turn the array into a slow dictionary when a far column is written first.
      while (cells.length < column) cells.push(undefined);
      cells[column] = value;
    } else if (column < cells.length) {
      cells[column] = undefined;
      trim(cells);
    }
  }

  /** The layer of a row as an array this grid may write to. */
  private writable<L extends Layer>(row: number, layer: L): (Layers[L] | undefined)[] {
    this.unshare();
    while (this.rows.length <= row) this.rows.push(undefined);
    let record = this.rows[row];
    if (record?.owner !== this.token) {
      record = copyRow(record, this.token);
      this.rows[row] = record;
    }
    const held = record as { [key in Layer]?: (Layers[L] | undefined)[] };
    held[layer] ??= [];
    return held[layer];
  }

  private unshare(): void {
    this.sealed = false;
    if (!this.shared) return;
    this.rows = this.rows.slice();
    this.shared = false;
  }

  insert(axis: Axis, at: number, count: number): void {
    if (axis === "columns") this.eachRow((cells) => at < cells.length && cells.splice(at, 0, ...blanks(count)));
    else {
      this.unshare();
      if (at < this.rows.length) this.rows = [...this.rows.slice(0, at), ...blanks(count), ...this.rows.slice(at)];
    }
    this.grow(axis, count);
  }

  delete(axis: Axis, at: number, count: number): void {
    if (axis === "columns") this.eachRow((cells) => cells.splice(at, count));
    else {
      this.unshare();
      this.rows.splice(at, count);
    }
    this.grow(axis, -count);
  }

  /** Moves a block so that it stands before what was at `to`, counted before the move. */
  move(axis: Axis, from: number, count: number, to: number): void {
    if (axis === "columns") this.eachRow((cells) => moveItems(cells, from, count, to));
    else {
      this.unshare();
      moveItems(this.rows, from, count, to);
    }
  }

  /** Puts the cells of a block of rows into the given order; `order[i]` is the row that comes to `start + i`. */
  reorder(start: number, order: readonly number[], startColumn: number, endColumn: number): void {
    // Copies: a row that this grid may write to already is changed in place below.
    const before = order.map((row) => copyRow(this.rows[row], this.token));
    order.forEach((_, i) => {
      for (const layer of layers)
        for (let column = startColumn; column < endColumn; column++)
          this.set(layer, start + i, column, before[i]?.[layer]?.[column] as never);
    });
  }

  /** Cuts off or adds empty rows and columns at the end. */
  resize(rowCount: number, columnCount: number): void {
    if (rowCount < this.rowCount) this.delete("rows", rowCount, this.rowCount - rowCount);
    if (columnCount < this.columnCount) this.delete("columns", columnCount, this.columnCount - columnCount);
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }

  private grow(axis: Axis, count: number): void {
    if (axis === "rows") this.rowCount += count;
    else this.columnCount += count;
  }

  private eachRow(change: (cells: unknown[]) => void): void {
    for (let row = 0; row < this.rows.length; row++)
      for (const layer of layers)
        if (this.rows[row]?.[layer] !== undefined) {
          const cells = this.writable(row, layer);
          change(cells);
          trim(cells);
        }
  }
}

function copyRow(row: Row | undefined, owner: object): Row {
  const copy: Row = { owner };
  if (row === undefined) return copy;
  for (const layer of layers)
    if (row[layer] !== undefined) (copy as { [key: string]: unknown })[layer] = row[layer].slice();
  return copy;
}

const blanks = (count: number): undefined[] => new Array<undefined>(count).fill(undefined);

/** Moves `count` items to stand before the item that was at `to`, padding a sparse tail. */
export function moveItems<T>(items: (T | undefined)[], from: number, count: number, to: number): void {
  if (from >= items.length && to >= items.length) return;
  while (items.length < Math.max(from + count, to)) items.push(undefined);
  const moved = items.splice(from, count);
  items.splice(to > from ? to - count : to, 0, ...moved);
  trim(items);
}

function trim(items: unknown[]): void {
  while (items.length > 0 && items[items.length - 1] === undefined) items.pop();
}
