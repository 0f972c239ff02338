import { expect, test } from "vitest";
import { defaultSettings } from "../../../src/desk/settings/rules/settings.ts";
import { storedSettings } from "../../../src/desk/settings/stored-settings.ts";
import { memoryProperties } from "../../support/properties.ts";

const read = (settings: string | undefined) =>
  storedSettings({ shared: memoryProperties(settings === undefined ? {} : { settings }) });

test("what was stored comes back; what is broken or new falls back alone", () => {
  expect(read(JSON.stringify({ periodDays: 7, productCode: "jan" }))).toEqual({
    ...defaultSettings,
    periodDays: 7,
    productCode: "jan",
  });
  expect(read(JSON.stringify({ periodDays: 65, productsFrom: 3 }))).toEqual({
    ...defaultSettings,
    productsFrom: 3,
  });
  const old = { enabled: true, periodDays: 7, pastTarget: "taken", productCode: "jan", productsFrom: 1 };
  expect(read(JSON.stringify({ ...old, productsSince: null, licenceExpiry: null }))).toMatchObject({
    ...old,
    stockUpdate: false,
    stopShare: 20,
    stopAmount: 100,
    retentionDays: 60,
  });
  expect([undefined, "", "null", "[1", "7"].map(read)).toEqual(Array(5).fill(defaultSettings));
});
