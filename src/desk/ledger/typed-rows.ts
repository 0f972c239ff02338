import type { CellFault } from "../../workbook/commit/mark.ts";
import { columnOf } from "../../workbook/declare/table.ts";
import { isFormulaAt } from "../../workbook/read/formula-cells.ts";
import { placeOf } from "../../workbook/read/layout.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { isSet, type Sets } from "../sets/rules/sets.ts";
import { type SpelledLike, spelledLike } from "../sets/rules/spelled-like.ts";
import { kinds, type TypedKind, typedKinds } from "./rules/entry.ts";
import { ledgerTexts } from "./rules/ledger-texts.ts";
import { isDay } from "./rules/moments.ts";
import { readWhole } from "./rules/quantity.ts";
import { memoText, type TypedRow } from "./rules/typed-rows.ts";
import { typedTable } from "./typed-table.ts";

const texts = ledgerTexts.row;

interface Codes {
  /** As 在庫 has them. */
  readonly stocked: ReadonlySet<string>;
  readonly accountOf: (code: string) => string;
  readonly sets: Sets;
}

/** 入出庫入力 row by row; one with a faulty cell books nothing. */
export function readTypedRows(
  state: SheetState,
  codes: Codes,
): { readonly rows: readonly TypedRow[]; readonly cellFaults: readonly CellFault[] } {
  const cellFaults: CellFault[] = [];
  const like = spelledLike(codes.stocked);
  const rows = [...state.rows.values(), ...state.doubles, ...state.keyless]
    .filter((row) => isFilled(state, row))
    .sort((a, b) => a.index - b.index)
    .flatMap((row): TypedRow[] => {
      const before = cellFaults.length;
      const typed = typedRow(state, row, codes, like, (column, reason) => {
        cellFaults.push({ table: typedTable, rowIndex: row.index, column, reason });
      });
      return typed === undefined || cellFaults.length > before ? [] : [typed];
    });
  return { rows, cellFaults };
}

/** A memo alone, or a day that was filled downwards, is no movement yet. */
const isFilled = (state: SheetState, row: SheetRow): boolean =>
  ["productCode", "kind", "quantity"].some((name) => String(cellAt(state, row, name) ?? "").trim() !== "");

function typedRow(
  state: SheetState,
  row: SheetRow,
  { stocked, accountOf, sets }: Codes,
  like: SpelledLike,
  fault: (column: string, reason: string) => void,
): TypedRow | undefined {
  const text = (name: string) => String(cellAt(state, row, name) ?? "").trim();
  const isFormula = (name: string) => isFormulaAt(state.formulas, row.index, placeOf(state.layout, name));
  const code = text("productCode");
  const account = accountOf(code);
  const codeFault = codeReason(code, account, stocked, like, sets);
  if (codeFault !== undefined) fault("productCode", codeFault);
  const kind = text("kind") as TypedKind;
  const isKind = (typedKinds as readonly string[]).includes(kind);
  if (!isKind) fault("kind", texts.kind);
  const whole = readWhole({ cell: cellAt(state, row, "quantity"), isFormula: isFormula("quantity") });
  const quantityFault = quantityReason(whole, kind);
  if (quantityFault !== undefined) fault("quantity", texts.quantity(quantityFault));
  const movedOn = columnOf(typedTable, "movedOn").parse(cellAt(state, row, "movedOn")) as number | null | undefined;
  if (movedOn === undefined || (movedOn !== null && !isDay(movedOn)) || isFormula("movedOn"))
    fault("movedOn", texts.day);
  if (typeof whole !== "number") return undefined;
  const quantity = kind === kinds.issue ? 0 - whole : whole;
  return { account, kind, quantity, movedOn: movedOn ?? null, memo: memoText(text("memo")) };
}

function codeReason(
  code: string,
  account: string,
  stocked: ReadonlySet<string>,
  like: SpelledLike,
  sets: Sets,
): string | undefined {
  if (code === "") return texts.noCode;
  if (stocked.has(account)) return undefined;
  const several = like(code);
  if (several.length > 1) return texts.several(several);
  return isSet(sets, code) ? texts.set : texts.unknown;
}

/** All but corrections go one way. */
function quantityReason(whole: number | null | string, kind: TypedKind): string | undefined {
  if (typeof whole === "string") return whole;
  if (whole === null) return texts.blank;
  if (whole === 0) return texts.zero;
  return whole < 0 && kind !== kinds.correction ? texts.sign : undefined;
}
