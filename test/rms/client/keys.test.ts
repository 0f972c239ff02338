import { expect, test } from "vitest";
import type { Properties } from "../../../src/platform/ports.ts";
import { authorization, redaction, storedKeys, storeKeys } from "../../../src/rms/client/keys.ts";
import { base64, NOON } from "../../support/rms-port.ts";

const keys = { serviceSecret: "SP000000_one", licenseKey: "SL000000_two+/=" };

function store(): Properties & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get: (name) => all.get(name),
    set: (name, value) => void all.set(name, value),
    remove: (name) => void all.delete(name),
  };
}

test("keys are kept for one spreadsheet, with the time at which they were saved", () => {
  const own = store();
  storeKeys(own, "sheet", keys, NOON);
  expect(storedKeys(own, "sheet")).toEqual({ ...keys, savedAt: NOON });
  expect(storedKeys(own, "other")).toBeUndefined();
});

test("saving the same keys again does not make them new; another licence key does", () => {
  const own = store();
  const later = new Date(NOON.getTime() + 3_600_000);
  storeKeys(own, "sheet", keys, NOON);
  storeKeys(own, "sheet", keys, later);
  expect(storedKeys(own, "sheet")?.savedAt).toEqual(NOON);
  storeKeys(own, "sheet", { ...keys, licenseKey: "SL000000_three" }, later);
  expect(storedKeys(own, "sheet")?.savedAt).toEqual(later);
});

test("keys of an older version, without a time, still serve", () => {
  const own = store();
  own.set("rms-keys:sheet", JSON.stringify(keys));
  expect(storedKeys(own, "sheet")).toEqual(keys);
});

test.each(["{", "null", '"SP"', '{"serviceSecret":"SP1"}'])("%s in the store is no key", (stored) => {
  const own = store();
  own.set("rms-keys:sheet", stored);
  expect(storedKeys(own, "sheet")).toBeUndefined();
});

test("every form in which a key is sent is struck out of a text", () => {
  const text = [
    keys.serviceSecret,
    keys.licenseKey,
    encodeURIComponent(keys.licenseKey),
    base64(keys.licenseKey),
    authorization(keys, base64),
  ].join(" / ");
  expect(redaction(keys, base64)(text)).toBe("*** / *** / *** / *** / ESA ***");
});
