import { expect, test } from "vitest";
import { type ReadFile, readFile } from "../../../sidebar/products/read-file.ts";
import { type CsvStyle, csvBytes, csvFile, csvText, type Encoding, type LineEnd } from "../../support/csv.ts";

const HEADER = ["商品管理番号（商品URL）", "商品名", "SKU管理番号", "商品説明"];
const rows = [
  { "商品管理番号（商品URL）": "m1", 商品名: "①髙橋の靴～" },
  { "商品管理番号（商品URL）": "m1", SKU管理番号: "001", 商品説明: '5" の\n二行' },
];
const good = async (blob: Blob): Promise<ReadFile> => {
  const read = await readFile(blob, 0);
  if ("problem" in read) throw new Error(read.problem);
  return read;
};
const fileOf = (...records: readonly (readonly string[])[]) => new Blob([csvBytes(csvText(records))]);

const encodings: Encoding[] = ["CP932", "UTF-8", "UTF-8 with BOM"];
const lineEnds: LineEnd[] = ["\r\n", "\n", "\r"];

test.each(encodings.flatMap((encoding) => lineEnds.map((lineEnd): [CsvStyle] => [{ encoding, lineEnd }])))(
  "a file of RMS is read alike, written with %j",
  async (style) => {
    const { kind, rows: read, refused } = await good(csvFile(HEADER, rows, style));
    expect(kind).toBe("normal-item");
    expect(refused).toEqual([]);
    expect(read).toMatchObject([
      { manageNumber: "m1", name: "①髙橋の靴～", at: { record: 2 } },
      { manageNumber: "m1", variantId: "001", at: { file: 0, record: 3 } },
    ]);
  },
);

test("a row that Excel left blank cells off is taken, and says nothing of the columns it ends before", async () => {
  const { rows: read } = await good(fileOf(["商品管理番号", "SKU管理番号", "在庫数"], ["m1", "a"], ["m1", "b", "3"]));
  expect(read[0]).toEqual({ manageNumber: "m1", variantId: "a", at: { file: 0, record: 2 } });
  expect(read[1]).toMatchObject({ shopStock: "3" });
});

test("a file that ends within a row is told from a short row", async () => {
  const text = csvText(
    [
      ["商品管理番号", "SKU管理番号", "在庫数"],
      ["m1", "a", "1"],
      ["m1", "b"],
    ],
    { endsWithLineEnd: false },
  );
  const { rows: read, refused } = await good(new Blob([csvBytes(text)]));
  expect(read).toHaveLength(1);
  expect(refused).toEqual([{ at: { file: 0, record: 3 }, reason: expect.stringContaining("途中で終わっています") }]);
});

test("a row with wrong quotes, or with more cells than headers, is refused alone and by its number", async () => {
  const text = '商品管理番号,SKU管理番号\nm1,"a\nm1,b\nm1,c,d\nm1,e,\n\nm1,f\n';
  const { rows: read, refused } = await good(new Blob([csvBytes(text)]));
  expect(read.map(({ variantId, at }) => [variantId, at.record])).toEqual([
    ["b", 3],
    ["e", 5],
    ["f", 7],
  ]);
  expect(refused.map(({ at }) => at.record)).toEqual([2, 4]);
});

test.each([
  ["nothing in it", new Blob([]), "空です"],
  ["a header row alone", fileOf(HEADER), "商品がありません"],
  ["orders", fileOf(["注文番号", "商品管理番号", "SKU管理番号"], ["1", "m1", "a"]), "注文のCSV"],
  ["a picture in it", new Blob([new Uint8Array(5000).map((_, at) => (at * 37) % 256)]), "商品のCSVではありません"],
])("a file with %s is refused as a whole, with what to do", async (_, blob, words) => {
  expect(await readFile(blob, 0)).toEqual({ problem: expect.stringContaining(words) });
});

test("a large file is read in slices, between which the page has its turn, and can be stopped", async () => {
  const line = { "商品管理番号（商品URL）": "m1", SKU管理番号: "a", 商品説明: "説".repeat(500) };
  const blob = csvFile(
    HEADER,
    Array.from({ length: 3000 }, () => line),
  );
  const told: number[] = [];
  expect((await good(blob)).rows).toHaveLength(3000);
  await readFile(blob, 0, (bytes) => told.push(bytes));
  expect(told.length).toBeGreaterThan(blob.size / 600_000);
  expect(told.at(-1)).toBe(blob.size);
  const stopped = readFile(blob, 0, () => {
    throw new Error("stopped");
  });
  await expect(stopped).rejects.toThrow("stopped");
});
