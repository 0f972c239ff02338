import type { Model } from "@ironcalc/wasm";
import { columnName } from "../book/column-name.ts";
import type { Workbook } from "../book/workbook.ts";
import { atTime, isVolatile } from "./calculation-time.ts";
import { engineInput, newModel } from "./formula-model.ts";
import { withinRow } from "./formula-references.ts";
import { type Result, resultIn } from "./result.ts";
import type { Value } from "./value.ts";

/** Formulas that read nothing but their own row share one spare row of the formula engine, to the right of its cells. */
const FIRST_PLACE = 10_000;
const PLACES = 6_000;
const ANSWERS = 200_000;

/** A formula about its own row, ready to be asked of any row. */
export interface RowFormula {
  readonly text: string;
  /** What it reads. */
  readonly columns: readonly number[];
  /** Its answer changes by itself. */
  readonly volatile: boolean;
}

/** Undefined when the formula looks beyond its row. */
export function rowFormula(text: string, row: number): RowFormula | undefined {
  const within = withinRow(text, row);
  return within && { text: within.formula, columns: within.columns, volatile: isVolatile(text) };
}

/** One that says whether a condition holds, as Google reads it: true, or a number other than 0. */
export function rowCondition(condition: string, row: number): RowFormula | undefined {
  const formula = rowFormula(condition, row);
  return formula && { ...formula, text: `IFERROR(IF(${formula.text},TRUE,FALSE),FALSE)` };
}

/**
 * Computes formulas for rows. Mirroring a large workbook takes seconds; here a row's few cells are put where the formulas
 * look, and rows with equal cells are asked once.
 */
export class RowFormulas {
  private readonly model: Model;
  private readonly inputs: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly answers = new Map<string, Result>();

  constructor(timeZone: string) {
    this.model = newModel(timeZone);
  }

  holds(condition: RowFormula, time: number, valueAt: (column: number) => Value | undefined): boolean {
    return this.result(condition, time, valueAt).value === true;
  }

  /** `time` is what TODAY() and NOW() show. */
  result(
    { text, columns, volatile }: RowFormula,
    time: number,
    valueAt: (column: number) => Value | undefined,
  ): Result {
    const cells = columns.map((column) => engineInput(valueAt(column)));
    const key = JSON.stringify([text, volatile ? shownBy(text, time) : "", ...cells]);
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const answer = atTime(time, () => this.ask(text, columns, cells));
    if (this.answers.size >= ANSWERS) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  private ask(text: string, columns: readonly number[], cells: readonly string[]): Result {
    columns.forEach((column, index) => {
      if (this.inputs[column] === cells[index]) return;
      this.model.setUserInput(0, 1, column + 1, cells[index]!);
      this.inputs[column] = cells[index]!;
    });
    const place = this.placeOf(text);
    this.model.evaluate();
    return resultIn(this.model, 0, 1, place);
  }

  private placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = FIRST_PLACE + (this.places.size % PLACES);
    for (const [other, taken] of this.places) {
      if (taken !== place) continue;
      this.places.delete(other);
      this.model.updateRangeStyle({ sheet: 0, row: 1, column: place, width: 1, height: 1 }, "num_fmt", "general");
    }
    this.model.setUserInput(0, 1, place, `=${text}`);
    this.places.set(text, place);
    return place;
  }
}

/** What tells one answer from the next: TODAY() shows another day at a full hour alone. */
const shownBy = (text: string, time: number): number => (/\bNOW\(/i.test(text) ? time : Math.floor(time / 3_600_000));

const kept = new WeakMap<object, { readonly zone: string; readonly formulas: RowFormulas }>();

/** Kept beside a workbook through all its revisions, as answers depend on nothing but the cells they are asked about. */
export function rowFormulasOf({ identity, properties }: Workbook): RowFormulas {
  const zone = properties.timeZone ?? "UTC";
  const known = kept.get(identity);
  if (known?.zone === zone) return known.formulas;
  const formulas = new RowFormulas(zone);
  kept.set(identity, { zone, formulas });
  return formulas;
}

/** The address of a cell of the row that formulas are asked about. */
export const cellOfRow = (column: number): string => `${columnName(column)}1`;
