import { describe, expect, it } from "vitest";
import { deletion, insertion, movement } from "../../../../workbench/sheets/book/structure.ts";
import {
  adjustFormula,
  renameInFormula,
  replaceName,
  shiftFormula,
  translate,
} from "../../../../workbench/sheets/formulas/formula-references.ts";

const own = (title: string | undefined) => title === undefined;

describe("references in formulas", () => {
  it.each([
    ["=A1+B$2+$C3", "=B2+C$2+$C4"],
    ['=A1&"A1"', '=B2&"A1"'],
    ["=LOG10(A1)", "=LOG10(B2)"],
    ["=SUM(在庫!A1:B2)", "=SUM(在庫!B2:C3)"],
    ["='It''s'!A1", "='It''s'!B2"],
    ["=SUM(A:A)", "=SUM(B:B)"],
    ["=TRUE", "=TRUE"],
  ])("of %s copied one row down and one column right read %s", (formula, shifted) => {
    expect(shiftFormula(formula, 1, 1)).toBe(shifted);
  });

  it("that leave the sheet when copied become #REF!", () => {
    expect(shiftFormula("=A1+A3", -1, 0)).toBe("=#REF!+A2");
  });

  it.each([
    ["=A5", "=A7"],
    ["=A2", "=A2"],
    ["=SUM(A1:A5)", "=SUM(A1:A7)"],
    ["=SUM($A$3:$A$5)", "=SUM($A$5:$A$7)"],
    ["=Other!A5", "=Other!A5"],
    ["=B:B", "=B:B"],
    ["=C3:C", "=C5:C"],
  ])("of %s read %s after two rows came in before row 3", (formula, adjusted) => {
    expect(adjustFormula(formula, own, "row", insertion(2, 2))).toBe(adjusted);
  });

  it.each([
    ["=A3", "=#REF!"],
    ["=A5", "=A4"],
    ["=SUM(A1:A5)", "=SUM(A1:A4)"],
    ["=SUM(A3:A3)", "=SUM(#REF!)"],
  ])("of %s read %s after row 3 was deleted", (formula, adjusted) => {
    expect(adjustFormula(formula, own, "row", deletion(2, 1))).toBe(adjusted);
  });

  it("follow a row that is moved", () => {
    expect(adjustFormula("=A2+A5", own, "row", movement(1, 1, 4))).toBe("=A4+A5");
  });

  it("follow the new title of a sheet, quoted where it must be", () => {
    expect(renameInFormula("=Stock!A1+A1", "stock", "在庫 2")).toBe("='在庫 2'!A1+A1");
  });

  it("are closed and renamed for an engine that has no open ranges and other titles", () => {
    expect(translate("=SUM(在庫!B2:B)+C1", 10, () => "sheet0x")).toBe("=SUM(sheet0x!B2:B$10)+C1");
  });

  it("stand in for a name, except in a text", () => {
    expect(replaceName('=SUM(在庫数)&"在庫数"', "在庫数", "Sheet1!A1:A3")).toBe('=SUM(Sheet1!A1:A3)&"在庫数"');
  });
});
