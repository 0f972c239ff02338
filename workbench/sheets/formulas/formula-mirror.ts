import type { Model } from "@ironcalc/wasm";
import { boundedRect, formatA1 } from "../book/a1.ts";
import { isFormula, type Sheet, sheetById, type Workbook } from "../book/workbook.ts";
import type { Content, Row } from "../cells/grid.ts";
import { atTime, calculatedAt, isVolatile } from "./calculation-time.ts";
import { engineInput, newModel } from "./formula-model.ts";
import { replaceName, translate } from "./formula-references.ts";
import { withoutHyperlinks } from "./hyperlink.ts";
import { noColumns } from "./read-columns.ts";
import { type Result, resultIn } from "./result.ts";

/**
 * A copy of a workbook inside the formula engine, brought up to date only when a formula's value is asked for. It has the
 * columns that formulas read: of a long list, a few. Rows of a grid are never written once they are sealed, so a row that is
 * the same object needs no copying.
 */
export class FormulaMirror {
  private model: Model | undefined;
  private shape = "";
  private known: Row[][] = [];
  private read = noColumns;
  private current: Workbook | undefined;
  private results = new Map<string, Result>();
  /** Some formula shows the time, and this is the one that it shows. */
  private volatile = false;
  private time = 0;

  result(book: Workbook, sheet: Sheet, row: number, column: number): Result {
    const model = this.update(book);
    const index = book.sheets.indexOf(sheet);
    const key = `${index}/${row}/${column}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const result = resultIn(model, index, row + 1, column + 1);
    this.results.set(key, result);
    return result;
  }

  private update(book: Workbook): Model {
    const time = calculatedAt(book);
    const isLate = this.volatile && time !== this.time;
    if (this.model !== undefined && !isLate && this.current === book && book.sheets.every(({ grid }) => grid.sealed))
      return this.model;
    const model = this.modelFor(book);
    const formulas: [sheet: number, formula: string][] = [];
    let changed = false;
    book.sheets.forEach((sheet, index) => {
      changed = this.copyRows(model, book, sheet, index, formulas) || changed;
      sheet.grid.seal();
    });
    this.copyNewlyRead(model, book, formulas);
    if (changed || (this.volatile && time !== this.time)) {
      atTime(time, () => model.evaluate());
      this.time = time;
      this.results.clear();
    }
    this.current = book;
    return model;
  }

  /** Sheets and names are rarely changed: the engine then starts afresh. */
  private modelFor(book: Workbook): Model {
    const titles = book.sheets.map(({ properties }) => properties.title);
    const shape = JSON.stringify([titles, book.namedRanges, book.properties.timeZone]);
    if (this.model !== undefined && shape === this.shape) return this.model;
    this.model?.free();
    const model = newModel(book.properties.timeZone ?? "UTC");
    for (let i = 1; i < titles.length; i++) model.newSheet();
    for (const i of titles.keys()) model.renameSheet(i, engineTitle(i));
    this.model = model;
    this.shape = shape;
    this.known = titles.map(() => []);
    this.read = noColumns;
    this.results.clear();
    return model;
  }

  /** Gives whether anything changed that formulas may read, or a formula did; and adds to `formulas` those that are new. */
  private copyRows(
    model: Model,
    book: Workbook,
    { grid }: Sheet,
    index: number,
    formulas: [sheet: number, formula: string][],
  ): boolean {
    const known = this.known[index]!;
    const end = Math.max(grid.usedRows, known.length);
    let changed = false;
    for (let r = 0; r < end; r++) {
      const row = grid.row(r) as Row | undefined;
      if (row === known[r]) continue;
      const width = Math.max(row?.value?.length ?? 0, known[r]?.value?.length ?? 0);
      for (let c = 0; c < width; c++) {
        const content = row?.value?.[c];
        const before = known[r]?.value?.[c];
        if (content === before || !(isFormula(content) || isFormula(before) || this.read.has(index, c))) continue;
        changed = true;
        const text = typed(content, book);
        if (isFormula(content)) {
          formulas.push([index, text]);
          this.volatile ||= isVolatile(content.formula);
        }
        model.setUserInput(index, r + 1, c + 1, text);
      }
      if (row === undefined) delete known[r];
      else known[r] = row;
    }
    known.length = grid.usedRows;
    return changed;
  }

  private copyNewlyRead(model: Model, book: Workbook, formulas: readonly (readonly [number, string])[]): void {
    const before = this.read;
    this.read = before.with(formulas, indexOfEngineTitle);
    if (this.read === before) return;
    this.known.forEach((rows, index) => {
      rows.forEach((row, r) => {
        row?.value?.forEach((content, c) => {
          if (content === undefined || isFormula(content) || before.has(index, c) || !this.read.has(index, c)) return;
          model.setUserInput(index, r + 1, c + 1, typed(content, book));
        });
      });
    });
  }
}

const typed = (content: Content | undefined, book: Workbook): string =>
  isFormula(content) ? engineFormula(content.formula, book) : engineInput(content);

/** The engine refuses many a title that Sheets allows, so its sheets have titles of their own. */
const engineTitle = (index: number): string => `sheet${index}x`;

function indexOfEngineTitle(title: string): number | undefined {
  const [, index] = /^sheet(\d+)x$/i.exec(title) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The formula in the engine's terms: its titles, no open ranges, and ranges in place of their names. */
function engineFormula(formula: string, book: Workbook): string {
  const indexes = new Map(book.sheets.map(({ properties }, i) => [properties.title?.toLowerCase() ?? "", i]));
  const lastRow = Math.max(...book.sheets.map(({ grid }) => grid.rowCount));
  const plain = book.namedRanges.reduce((text, { name, range }) => {
    const sheet = sheetById(book, range?.sheetId ?? 0);
    return sheet && name ? replaceName(text, name, formatA1(book, boundedRect(sheet, range ?? {}))) : text;
  }, formula);
  return translate(withoutHyperlinks(plain), lastRow, (title) => {
    const index = indexes.get(title.toLowerCase());
    return index === undefined ? title : engineTitle(index);
  });
}
