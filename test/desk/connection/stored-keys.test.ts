import { expect, test } from "vitest";
import { storedKeys, storeKeys } from "../../../src/desk/connection/stored-keys.ts";
import { memoryProperties } from "../../support/properties.ts";
import { NOON } from "../../support/rms-port.ts";

const keys = { serviceSecret: "SP000000_one", licenseKey: "SL000000_two+/=" };
const operator = (stored: Readonly<Record<string, string>> = {}) => ({
  own: memoryProperties(stored),
  spreadsheetId: "sheet",
});

test("keys are kept for one spreadsheet, with the time at which they were saved", () => {
  const platform = operator();
  storeKeys(platform, keys, NOON);
  expect(storedKeys(platform)).toEqual({ ...keys, savedAt: NOON });
  expect(storedKeys({ ...platform, spreadsheetId: "other" })).toBeUndefined();
});

test("saving the same keys again does not make them new; another licence key does", () => {
  const platform = operator();
  const later = new Date(NOON.getTime() + 3_600_000);
  storeKeys(platform, keys, NOON);
  storeKeys(platform, keys, later);
  expect(storedKeys(platform)?.savedAt).toEqual(NOON);
  storeKeys(platform, { ...keys, licenseKey: "SL000000_three" }, later);
  expect(storedKeys(platform)?.savedAt).toEqual(later);
});

test("keys of an older version, without a time, still serve", () => {
  const platform = operator({ "rms-keys:sheet": JSON.stringify(keys) });
  expect(storedKeys(platform)).toEqual(keys);
});

test.each(["{", "null", '"SP"', '{"serviceSecret":"SP1"}'])("%s in the store is no key", (stored) => {
  const platform = operator({ "rms-keys:sheet": stored });
  expect(storedKeys(platform)).toBeUndefined();
});
