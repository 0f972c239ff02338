import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { formulaLike, lackingCells, stockCsv } from "../../../sidebar/stock-download/stock-csv.ts";
import type { FileCell, StockFile } from "../../../src/desk/stock/rules/stock-file.ts";

const fileOf = (...rows: FileCell[][]): StockFile => ({
  name: "在庫_20261129_1030",
  headers: ["商品コード", "商品名", "実在庫"],
  rows,
  code: 0,
  leftOut: { hidden: [], unnamed: 0, keyless: 0, doubles: 0 },
});
const bytesOf = async (file: Blob) => Buffer.from(await file.arrayBuffer());
const read = async (file: StockFile, encoding: "cp932" | "utf8") =>
  iconv.decode(await bytesOf(stockCsv(file, encoding)), encoding === "cp932" ? "CP932" : "utf8", { stripBOM: false });

test("lines end in CRLF, texts stand in quotes with their zeros and signs, numbers stand bare", async () => {
  const file = fileOf(["007", '5" の、\n二行', 12], ["=1+1", "", -5], ["a,b", null, null]);
  expect(await read(file, "cp932")).toBe(
    '"商品コード","商品名","実在庫"\r\n"007","5"" の、\n二行",12\r\n"=1+1","",-5\r\n"a,b",,\r\n',
  );
});

test("UTF-8 begins with the mark by which Excel knows it, and CP932 with the first header", async () => {
  const file = fileOf(["A", "髙級", 1]);
  expect([...(await bytesOf(stockCsv(file, "utf8"))).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x22]);
  expect([...(await bytesOf(stockCsv(file, "cp932"))).subarray(0, 3)]).toEqual([0x22, 0x8f, 0xa4]);
});

test("whatever the cells hold, another program reads in both encodings what was written", async () => {
  const sign = fc.constantFrom(..."AZ019 =+-@\t\"',、。あア漢髙①ｱ/\\\n");
  const code = fc.string({ unit: sign, minLength: 1, maxLength: 12 });
  const row = fc.tuple(code, fc.option(fc.string({ unit: sign, maxLength: 12 })), fc.option(fc.integer()));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
      const file = fileOf(...rows);
      const expected = [file.headers, ...rows.map((cells) => cells.map((cell) => String(cell ?? "")))];
      for (const encoding of ["cp932", "utf8"] as const) {
        const text = (await read(file, encoding)).replace(/^\ufeff/, "");
        const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" });
        expect(data).toEqual([...expected, [""]]);
      }
    }),
  );
});

test("a cell with characters that CP932 lacks is told by its code, its column and the characters", () => {
  const file = fileOf(["A-01", "ギフト😀と𠮷", 1], ["A-02", "りんご", 2], ["A-é", null, 3]);
  expect(lackingCells(file)).toEqual([
    { code: "A-01", header: "商品名", text: "😀（U+1F600）、𠮷（U+20BB7）" },
    { code: "A-é", header: "商品コード", text: "é（U+00E9）" },
  ]);
});

test("texts that a spreadsheet program takes for formulas are told, numbers below zero are not", () => {
  const file = fileOf(["-A", "+B", -5], ["@C", "1=1", 0], ["=D", "\tE", 1]);
  expect(formulaLike(file).map(({ text }) => text)).toEqual(["-A", "+B", "@C", "=D", "\tE"]);
});
