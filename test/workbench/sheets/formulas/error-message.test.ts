import { describe, expect, it } from "vitest";
import { book } from "../book.ts";

function desk() {
  const open = book({ columns: 12 });
  open.put("J1", [["a", 0]]);
  return open;
}

describe("an error of a formula", () => {
  it.each([
    ["=1/0", "#DIV/0!", "Function DIVIDE parameter 2 cannot be zero."],
    ["=5/K1", "#DIV/0!", "Function DIVIDE parameter 2 cannot be zero."],
    ["=MOD(1,K1)", "#DIV/0!", "Function MOD parameter 2 cannot be zero."],
    ["=AVERAGE(D5:D6)", "#DIV/0!", "Evaluation of function AVERAGE caused a divide by zero error."],
    ["=NotARealFunction()", "#NAME?", "Unknown function: 'NotARealFunction'."],
    ["=NOTAFORMULA", "#NAME?", "Unknown range name: 'NOTAFORMULA'."],
    [
      '="a"+1',
      "#VALUE!",
      "Function ADD parameter 1 expects number values. But 'a' is a text and cannot be coerced to a number.",
    ],
    [
      "=2*J1",
      "#VALUE!",
      "Function MULTIPLY parameter 2 expects number values. But 'a' is a text and cannot be coerced to a number.",
    ],
    ['=VLOOKUP("nope",J1:K1,2,FALSE)', "#N/A", "Did not find value 'nope' in VLOOKUP evaluation."],
    ["=SQRT(-1)", "#NUM!", "Function SQRT parameter 1 value is negative. It should be positive or zero."],
    ["=A9+", "#ERROR!", "Formula parse error."],
  ])("%s shows as %s and is explained where it is asked for", (formula, shown, message) => {
    const open = desk();
    open.type("A1", [[formula]]);
    expect(open.values("A1")).toEqual([[shown]]);
    expect(open.values("A1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([[`${shown} (${message})`]]);
    const { sheets } = open.get(
      "ranges=A1&fields=sheets.data.rowData.values(formattedValue,effectiveValue.errorValue.message)",
    );
    expect(sheets![0]!.data![0]!.rowData![0]!.values).toEqual([
      { formattedValue: shown, effectiveValue: { errorValue: { message } } },
    ]);
  });

  it("says where it came from, however many cells it went through", () => {
    const open = desk();
    open.type("A1", [["=MOD(1,0)", "=A1+1", "=Sheet1!B1*2"]]);
    expect(open.values("C1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([
      ["#DIV/0! (Function MOD parameter 2 cannot be zero.)"],
    ]);
  });

  it("that a formula states itself has no explanation", () => {
    const open = desk();
    open.type("A1", [["=NA()"]]);
    expect(open.values("A1", "valueRenderOption=UNFORMATTED_VALUE")).toEqual([["#N/A"]]);
    expect(
      open.get("ranges=A1&fields=sheets.data.rowData.values.effectiveValue").sheets![0]!.data![0]!.rowData![0]!.values,
    ).toEqual([{ effectiveValue: { errorValue: { type: "N_A" } } }]);
  });
});

describe("a formula that comes to an empty text", () => {
  it("has neither value nor text in grid data, and the formula stays", () => {
    const open = desk();
    open.type("A1", [['=""']]);
    const { sheets } = open.get(
      "ranges=A1&fields=sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue)",
    );
    expect(sheets![0]!.data![0]!.rowData![0]!.values).toEqual([{ userEnteredValue: { formulaValue: '=""' } }]);
  });
});

describe("a link", () => {
  const link = (uri: string) => ({ textFormat: { link: { uri } } });
  const runs = (...uris: readonly string[]) => uris.map((uri, i) => ({ startIndex: i * 2, format: { link: { uri } } }));

  it.each([
    ['=HYPERLINK("https://example.com/a?b=(1)","click, here")', "click, here", "https://example.com/a?b=(1)"],
    ['=HYPERLINK("https://example.com")', "https://example.com", "https://example.com"],
    ['=HYPERLINK(L1,J1&"!")', "a!", "https://example.com/l"],
    ['="see "&HYPERLINK("https://example.com","it")', "see it", undefined],
  ])("%s shows its label and leads where it says", (formula, shown, hyperlink) => {
    const open = desk();
    open.put("L1", [["https://example.com/l"]]);
    open.type("A1", [[formula]]);
    const { sheets } = open.get("ranges=A1&fields=sheets.data.rowData.values(formattedValue,hyperlink)");
    expect(sheets![0]!.data![0]!.rowData![0]!.values).toEqual([
      { formattedValue: shown, ...(hyperlink === undefined ? {} : { hyperlink }) },
    ]);
  });

  it.each([
    ["of a format", { userEnteredFormat: link("https://example.com/f") }, "https://example.com/f"],
    ["of a part of the text", { textFormatRuns: runs("https://example.com/r") }, "https://example.com/r"],
    ["that is one of two", { textFormatRuns: runs("https://example.com/r", "https://example.com/s") }, undefined],
  ])("%s is the cell's link only where it is the only one", (_, more, hyperlink) => {
    const open = desk();
    const cell = { userEnteredValue: { stringValue: "alpha" }, ...more };
    open.batch({
      updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 }, rows: [{ values: [cell] }], fields: "*" },
    });
    const { sheets } = open.get("ranges=A1&fields=sheets.data.rowData.values(hyperlink)");
    expect(sheets![0]!.data![0]!.rowData![0]!.values![0]!.hyperlink).toBe(hyperlink);
  });
});
