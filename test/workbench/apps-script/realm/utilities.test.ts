import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../script-host.ts";

/** 2026-03-04 05:06:07.089 in Tokyo, a Wednesday. */
const INSTANT = Date.parse("2026-03-03T20:06:07.089Z");

test.each([
  ["yyyy-MM-dd'T'HH:mm:ssXXX", "2026-03-04T05:06:07+09:00"],
  ["yyyy/M/d H:m:s", "2026/3/4 5:6:7"],
  ["yy MMM MMMM", "26 Mar March"],
  ["EEE EEEE u", "Wed Wednesday 3"],
  ["h:mm a K k", "5:06 AM 5 5"],
  ["SSS D F w W", "089 63 1 10 1"],
  ["z zzzz Z X XX", "JST Japan Standard Time +0900 +09 +0900"],
  ["yyyy年M月d日", "2026年3月4日"],
  ["''yyyy'' 'o''clock'", "'2026' o'clock"],
  ["YYYY G", "2026 AD"],
  ["yyyyMMddHHmmss", "20260304050607"],
])("formatDate %s", async (pattern, expected) => {
  const body = `return Utilities.formatDate(new Date(${INSTANT}), "Asia/Tokyo", ${JSON.stringify(pattern)})`;
  expect(await evaluate(body)).toBe(expected);
});

test.each([
  ["Etc/UTC", "2026-03-03 20:06 Z"],
  ["GMT", "2026-03-03 20:06 Z"],
  ["JST", "2026-03-04 05:06 +09:00"],
  ["America/New_York", "2026-03-03 15:06 -05:00"],
  ["Asia/Kolkata", "2026-03-04 01:36 +05:30"],
  ["GMT+09:00", "2026-03-04 05:06 +09:00"],
  ["Nowhere/City", "2026-03-03 20:06 Z"],
])("formatDate in %s", async (zone, expected) => {
  const body = `return Utilities.formatDate(new Date(${INSTANT}), "${zone}", "yyyy-MM-dd HH:mm XXX")`;
  expect(await evaluate(body)).toBe(expected);
});

test("the week year turns before or after the calendar's", async () => {
  const body = `const format = (text) => Utilities.formatDate(new Date(text), "JST", "YYYY-w");
    return ["2026-12-27T12:00:00Z", "2026-12-26T12:00:00Z", "2027-01-01T12:00:00Z"].map(format);`;
  expect(await evaluate(body)).toEqual(["2027-1", "2026-52", "2027-1"]);
});

test.each([
  ["a text for a date", `formatDate("2026-01-01", "JST", "yyyy")`, "The parameters (String,String,String) don't match"],
  ["an unknown letter", `formatDate(new Date(), "JST", "yyyy-bb")`, "Illegal pattern character 'b'"],
  ["an open quote", `formatDate(new Date(), "JST", "yyyy'x")`, "Unterminated quote"],
  ["a text that is no date", `parseDate("tomorrow", "JST", "yyyy-MM-dd")`, 'Unparseable date: "tomorrow"'],
])("dates are refused for %s", async (_, call, message) => {
  await expect(evaluate(`Utilities.${call}`)).rejects.toThrow(message);
});

test.each([
  ["2026-03-04 05:06:07", "Asia/Tokyo", "yyyy-MM-dd HH:mm:ss", "2026-03-03T20:06:07.000Z"],
  ["2026-03-04T05:06:07+0900", "Etc/UTC", "yyyy-MM-dd'T'HH:mm:ssZ", "2026-03-03T20:06:07.000Z"],
  ["20260304", "Asia/Tokyo", "yyyyMMdd", "2026-03-03T15:00:00.000Z"],
  ["4 Mar 26, 5 PM", "Asia/Tokyo", "d MMM yy, h a", "2026-03-04T08:00:00.000Z"],
  ["2026/02/30", "Asia/Tokyo", "yyyy/MM/dd", "2026-03-01T15:00:00.000Z"],
])("parseDate reads %s in %s", async (text, zone, pattern, expected) => {
  const body = `return Utilities.parseDate(${JSON.stringify(text)}, "${zone}", ${JSON.stringify(pattern)}).toISOString()`;
  expect(await evaluate(body)).toBe(expected);
});

test("what formatDate writes, parseDate reads back", async () => {
  const instants = fc.sample(fc.integer({ min: 0, max: 4_000_000_000 }), { numRuns: 200, seed: 1 });
  const body = `const pattern = "yyyy-MM-dd HH:mm:ss";
    return ${JSON.stringify(instants)}.filter((second) => {
      const text = Utilities.formatDate(new Date(second * 1000), "Asia/Tokyo", pattern);
      return Utilities.parseDate(text, "Asia/Tokyo", pattern).getTime() !== second * 1000;
    });`;
  expect(await evaluate(body)).toEqual([]);
});

test.each([
  ["'%s has %d'", "'注文', 3", "注文 has 3"],
  ["'%05d|%-5d|%+d|%,d'", "42, 42, 42, 1234567", "00042|42   |+42|1,234,567"],
  ["'%.2f %10.1f %x %X %%'", "1.005, -2.25, 255, 255", "1.00       -2.3 ff FF %"],
  ["'%5s|%-5s|%.2s'", "'ab', 'ab', 'abc'", "   ab|ab   |ab"],
])("formatString(%s)", async (template, args, expected) => {
  expect(await evaluate(`return Utilities.formatString(${template}, ${args})`)).toBe(expected);
});

test("base64 goes both ways, from text and signed bytes, also web safe", async () => {
  const body = `return [Utilities.base64Encode("SP:ライセンス"), Utilities.base64Encode([-1, -2]), Utilities.base64EncodeWebSafe([-5, -1]),
    Utilities.base64Decode("//4="), Utilities.base64DecodeWebSafe("-_8="),
    Utilities.newBlob(Utilities.base64Decode("44GC")).getDataAsString()];`;
  expect(await evaluate(body)).toEqual([
    Buffer.from("SP:ライセンス").toString("base64"),
    ...["//4=", "-_8=", [-1, -2], [-5, -1], "あ"],
  ]);
  await expect(evaluate("Utilities.base64Decode('@')")).rejects.toThrow("Could not decode string.");
});

test("digests and signatures are signed bytes", async () => {
  const body = `return [Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "あ", Utilities.Charset.UTF_8),
    Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [1, 2]), Utilities.computeHmacSha256Signature("value", "key")];`;
  const signed = (bytes: Buffer) => [...new Int8Array(bytes)];
  expect(await evaluate(body)).toEqual([
    signed(createHash("sha256").update("あ").digest()),
    signed(
      createHash("md5")
        .update(Buffer.from([1, 2]))
        .digest(),
    ),
    signed(createHmac("sha256", "key").update("value").digest()),
  ]);
});

test.each([
  ["Shift_JIS", "日本", [147, 250, 150, 123]],
  ["Shift_JIS", "〜−", [0x81, 0x60, 0x81, 0x7c]],
  ["Shift_JIS", "髙①～", [63, 63, 63]],
  ["Windows-31J", "髙①～", [0xfb, 0xfc, 0x87, 0x40, 0x81, 0x60]],
  ["UTF-8", "é", [0xc3, 0xa9]],
  ["EUC-JP", "日", [0xc6, 0xfc]],
])("a blob holds text in %s: %s", async (charset, text, bytes) => {
  const body = `return Utilities.newBlob("").setDataFromString("${text}", "${charset}").getBytes().map((byte) => byte & 255)`;
  expect(await evaluate(body)).toEqual(bytes);
});

test("bytes are read as Java reads them", async () => {
  const body = `const blob = Utilities.newBlob([-127, 96, -127, 124]);
    return [blob.getDataAsString("Shift_JIS"), blob.getDataAsString("Windows-31J")];`;
  expect(await evaluate(body)).toEqual(["〜−", "～－"]);
  await expect(evaluate("Utilities.newBlob('').getDataAsString('no-charset')")).rejects.toThrow(
    "Exception: Invalid argument: no-charset",
  );
});

test("a blob keeps its type and name, and a copy is apart from it", async () => {
  const body = `const blob = Utilities.newBlob("a", "text/csv", "出荷.csv");
    const copy = blob.copyBlob().setName("b.pdf").setContentTypeFromExtension().setBytes([98]);
    return [blob, copy].map((each) => [each.getName(), each.getContentType(), each.getDataAsString()]);`;
  expect(await evaluate(body)).toEqual([
    ["出荷.csv", "text/csv", "a"],
    ["b.pdf", "application/pdf", "b"],
  ]);
});

test.each([
  [
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    '"a,1","say ""hi""\nthere"\r\n,',
    [
      ["a,1", 'say "hi"\nthere'],
      ["", ""],
    ],
  ],
  ["one\n", [["one"]]],
])("parseCsv(%j)", async (csv, rows) => {
  expect(await evaluate(`return Utilities.parseCsv(${JSON.stringify(csv)})`)).toEqual(rows);
});

test("parseCsv takes another delimiter", async () => {
  expect(await evaluate(String.raw`return Utilities.parseCsv("a\tb,c", "\t")`)).toEqual([["a", "b,c"]]);
});

test("identifiers are of version 4 and differ", async () => {
  const [one, other] = (await evaluate("return [Utilities.getUuid(), Utilities.getUuid()]")) as string[];
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(one).not.toBe(other);
});
