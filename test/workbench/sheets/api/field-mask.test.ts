import { describe, expect, it } from "vitest";
import { overlay, parseMask, project } from "../../../../workbench/sheets/api/field-mask.ts";

describe("a field mask", () => {
  it.each([
    ["a,b", { a: true, b: true }],
    ["a.b,a.c", { a: { b: true, c: true } }],
    ["a/b", { a: { b: true } }],
    ["a(b,c.d)", { a: { b: true, c: { d: true } } }],
    ["sheets(properties(sheetId,title),data)", { sheets: { properties: { sheetId: true, title: true }, data: true } }],
    ["a,a.b", { a: true }],
    ["a.*", { a: true }],
    ["*", true],
    ["user_entered_value", { userEnteredValue: true }],
    [" a , b ", { a: true, b: true }],
  ])("%s is read", (text, mask) => {
    expect(parseMask(text)).toEqual(mask);
  });

  it.each(["a(b", "a)", "a,,b", "(a)", "a b"])("%s cannot be read", (text) => {
    expect(() => parseMask(text)).toThrow("Invalid field selection");
  });

  it("leaves of an answer what it names, and messages on the way", () => {
    const answer = { sheets: [{ properties: { title: "a", index: 0 }, data: [] }, { data: [] }], id: "x" };
    expect(project(answer, parseMask("sheets.properties.title"))).toEqual({
      sheets: [{ properties: { title: "a" } }, {}],
    });
  });

  it("clears in an update what it names and the value does not have", () => {
    const current = { bold: true, italic: true, color: { red: 1 } };
    expect(overlay(current, { italic: false }, parseMask("bold,italic"))).toEqual({ italic: false, color: { red: 1 } });
  });

  it("reaches into messages in an update", () => {
    expect(overlay({ text: { bold: true, size: 9 } }, { text: { bold: false } }, parseMask("text.bold"))).toEqual({
      text: { bold: false, size: 9 },
    });
  });
});
