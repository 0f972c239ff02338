import { expect, test } from "vitest";
import { text } from "../../../src/workbook/declare/column.ts";

const { write, parse } = text("備考", { writer: "import", note: "" });

test("a text that is too long for a cell is cut between two characters, and says that it was", () => {
  for (const start of ["", "a"]) {
    const cut = String(write(start + "😀".repeat(30_000)));
    expect(cut.length).toBeLessThanOrEqual(50_000);
    expect(cut).toMatch(/^a?(😀)+…（以下省略）$/u);
    expect(write(parse(cut)!)).toBe(cut);
  }
});

test("what is no text never reaches a cell, and what has been written is not changed by the next run", () => {
  const written = String(write("港区\uD83D\u0000\r\n芝"));
  expect(written).toBe("港区\uFFFD\uFFFD\n芝");
  expect(write(parse(written)!)).toBe(written);
});
