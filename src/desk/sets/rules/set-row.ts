import { plainCode } from "../../../shop/product-code.ts";
import { isWreck } from "../../products/rules/excel/excel.ts";
import { setTexts } from "./set-texts.ts";

/** A row of セット商品 as its cells read: one part of one set. */
export interface SetRow {
  /** Where it stands on the sheet. */
  readonly index: number;
  readonly setCode: string;
  readonly partCode: string;
  /** Of the part in one set; null where the cell is empty, undefined where it holds no number. */
  readonly quantity: number | null | undefined;
}

/** Why a row cannot be used, by the cell that has to be mended. */
export interface SetFault {
  readonly row: SetRow;
  readonly column: "setCode" | "partCode" | "quantity";
  readonly reason: string;
  /** The plain code of the set that is refused for it; empty where the row belongs to none. */
  readonly set: string;
}

/** Fewer than the number behind any date that a spreadsheet makes of `1/2`. */
export const MOST_OF_A_PART = 9999;

/** Of rows in the order of the sheet, what is wrong with each for itself and beside the rows above. */
export function rowFaults(rows: readonly SetRow[]): SetFault[] {
  const firsts = new Map<string, SetRow>();
  return rows.flatMap((row, at) => {
    const set = plainCode(row.setCode);
    if (set === "") return [nameless(rows, at)];
    const faults: SetFault[] = [];
    const part = plainCode(row.partCode);
    for (const column of ["setCode", "partCode"] as const)
      if (isWreck(row[column])) faults.push({ row, column, reason: setTexts.wreck, set });
    if (part === "") faults.push({ row, column: "partCode", reason: setTexts.noPart, set });
    const key = `${set}\u001f${part}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, row);
    else if (part !== "") faults.push({ row, column: "partCode", reason: setTexts.double(first.index + 1), set });
    if (!isQuantity(row.quantity))
      faults.push({ row, column: "quantity", reason: setTexts.quantity(MOST_OF_A_PART), set });
    return faults;
  });
}

const isQuantity = (quantity: SetRow["quantity"]): boolean =>
  Number.isInteger(quantity) && Number(quantity) >= 1 && Number(quantity) <= MOST_OF_A_PART;

/** People leave out, or merge away, a code that stands right above: without this part that set would be packed incomplete. */
function nameless(rows: readonly SetRow[], at: number): SetFault {
  const row = rows[at] as SetRow;
  let above = at;
  while (rows[above]?.setCode.trim() === "" && rows[above - 1]?.index === (rows[above] as SetRow).index - 1) above--;
  const code = rows[above]?.setCode.trim() ?? "";
  const reason = code === "" ? setTexts.noSet : setTexts.noSetBelow(code);
  return { row, column: "setCode", reason, set: plainCode(code) };
}
