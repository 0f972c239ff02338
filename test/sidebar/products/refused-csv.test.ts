import { expect, test } from "vitest";
import type { ChosenFile } from "../../../sidebar/products/chosen-file.ts";
import { readFile } from "../../../sidebar/products/read-file.ts";
import { refusedCsv } from "../../../sidebar/products/refused-csv.ts";
import { csvBytes, csvFile } from "../../support/csv.ts";

const HEADER = ["商品管理番号", "SKU管理番号", "商品説明"];

async function chosen(name: string, file: Blob, at: number): Promise<ChosenFile> {
  return { name, file, read: await readFile(file, at) };
}
const linesOf = async (blob: Blob) => (await blob.text()).replace(/^\uFEFF/, "").split("\r\n");

test("refused rows come with all their own columns as they were, and the reason behind them, in a file that Excel reads", async () => {
  const file = csvFile(HEADER, [
    { 商品管理番号: "m1", SKU管理番号: "001", 商品説明: '5" の\n二行' },
    { 商品管理番号: "m2", SKU管理番号: "a" },
    { 商品管理番号: "m3", SKU管理番号: "b", 商品説明: "=1+1" },
  ]);
  const saved = await refusedCsv(
    [await chosen("a.csv", file, 0)],
    [
      { at: { file: 0, record: 2 }, reason: "理由その1" },
      { at: { file: 0, record: 4 }, reason: "理由その2" },
      { at: { file: 0, record: 4 }, reason: "理由その3" },
    ],
  );
  expect([...new Uint8Array(await saved.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
  expect(await linesOf(saved)).toEqual([
    '"商品管理番号","SKU管理番号","商品説明","理由"',
    '"m1","001","5"" の\n二行","理由その1"',
    '"m3","b","=1+1","理由その2\n理由その3"',
    "",
  ]);
});

test("rows of several files stand under one header where it is the same, else each under its own", async () => {
  const one = (header: string[], number: string) => csvFile(header, [{ 商品管理番号: number }]);
  const other = [...HEADER, "在庫数"];
  const files = [one(HEADER, "m1"), one(HEADER, "m2"), one(other, "m3"), new Blob(["x"])];
  const saved = await refusedCsv(
    await Promise.all(files.map((file, at) => chosen(`${at}.csv`, file, at))),
    [0, 1, 2].map((file) => ({ at: { file, record: 2 }, reason: "理由" })),
  );
  expect((await linesOf(saved)).map((line) => line.split(",")[0])).toEqual([
    '"商品管理番号"',
    '"m1"',
    '"m2"',
    '"商品管理番号"',
    '"m3"',
    "",
  ]);
  expect(await linesOf(saved)).toContain('"m3","","","","理由"');
});

test("a row that could not even be read is given by its first line, under as many columns as there are", async () => {
  const file = new Blob([csvBytes('商品管理番号,SKU管理番号\nm1,"a\nm2,b\n')]);
  const saved = await refusedCsv([await chosen("a.csv", file, 0)], [{ at: { file: 0, record: 2 }, reason: "理由" }]);
  expect((await linesOf(saved))[1]).toBe('"m1","""a","理由"');
});
