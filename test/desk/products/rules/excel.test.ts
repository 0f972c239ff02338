import * as fc from "fast-check";
import { expect, test } from "vitest";
import { excelReads, excelWrites, isWreck } from "../../../../src/desk/products/rules/excel/excel.ts";

const isBroken = (code: string, written: string): boolean =>
  isWreck(written) || (code !== written && excelWrites(written).some((value) => excelReads(code).includes(value)));

test.each([
  ["007", "7"],
  ["00700", "700"],
  ["１２", "12"],
  ["1.10", "1.1"],
  [".5", "0.5"],
  ["5.", "5"],
  ["+5", "5"],
  ["(5)", "-5"],
  ["-007", "-7"],
  ["1234567", "1,234,567"],
  ["01,234", "01,234"],
  ["12345678901234567", "12345678901234500"],
  ["0.1234567890123456", "0.123456789012345"],
  ["4901234567894", "4.90123E+12"],
  ["1E5", "1.00E+05"],
  ["12E3", "12000"],
  ["true", "TRUE"],
  ["False", "FALSE"],
  ["1:5", "1:05"],
  ["1:30", "1:30:00"],
  ["1-2", "2025/1/2"],
  ["1/2", "1月2日"],
  ["01-02", "2-Jan"],
  ["12-31", "2026-12-31"],
  ["1-2-3", "2001/2/3"],
  ["25-1-2", "2025/1/2"],
  ["2025-1", "Jan-25"],
  ["1-2025", "2025/1/1"],
  ["13-1", "2013/1/1"],
  ["MAR1", "1-Mar"],
  ["sep-2", "9月2日"],
  ["2-Dec", "2025/12/2"],
  ["DEC2025", "2025/12/1"],
  ["-abc", "#NAME?"],
  ["20250102", "########"],
])("Excel may have made %s into %s", (code, written) => {
  expect(code === written || isBroken(code, written)).toBe(true);
});

test.each([
  ["007", "07"],
  ["007", "8"],
  ["7", "007"],
  ["1-2", "2025/1/3"],
  ["1-2", "1-02"],
  ["2025-1-2", "2024/1/2"],
  ["MARBLE1", "1-Mar"],
  ["A-01", "A-1"],
  ["1234567890123456", "1234567890123457"],
  ["2-30", "2025/2/30"],
])("Excel does not make %s into %s", (code, other) => {
  expect(isBroken(code, other)).toBe(false);
});

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 });

test("the number that Excel makes of digits is recognised, however many and with whatever zeros", () => {
  fc.assert(
    fc.property(digits, fc.option(digits, { nil: undefined }), (whole, fraction) => {
      const code = fraction === undefined ? whole : `${whole}.${fraction}`;
      const [kept, places] = [BigInt(whole).toString(), (fraction ?? "").replace(/0+$/, "")];
      fc.pre(kept.length + places.length <= 15);
      const written = places === "" ? kept : `${kept}.${places}`;
      expect(code === written || isBroken(code, written)).toBe(true);
    }),
  );
});

test("the day that Excel makes of two numbers is recognised in any year and any writing", () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 2000, max: 2030 }),
  );
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  fc.assert(
    fc.property(parts, fc.constantFrom("-", "/"), fc.boolean(), ([month, day, year], between, padded) => {
      const two = (part: number) => (padded ? String(part).padStart(2, "0") : String(part));
      const code = `${two(month)}${between}${two(day)}`;
      const writings = [
        `${year}/${month}/${day}`,
        `${year}-${two(month)}-${two(day)}`,
        `${month}月${day}日`,
        `${year}年${month}月${day}日`,
        `${day}-${names[month - 1]}`,
        `${day}-${names[month - 1]}-${String(year).slice(2)}`,
      ];
      for (const written of writings) expect(isBroken(code, written)).toBe(true);
    }),
  );
});

test("a code that Excel leaves alone is never taken for a broken one of another", () => {
  const plain = fc.stringMatching(/^[A-Z]{1,3}-?[0-9]{0,6}[a-z]{0,3}$/).filter((code) => excelReads(code).length === 0);
  fc.assert(
    fc.property(plain, fc.string(), (code, other) => {
      expect(excelWrites(code)).toEqual([]);
      expect(isBroken(code, other)).toBe(isWreck(other));
    }),
  );
});
