import { expect, test } from "vitest";
import * as z from "zod/mini";
import { stored, storedInstant, storedName } from "../../src/run/stored.ts";
import { memoryProperties } from "../support/properties.ts";

const check = stored("check", z.object({ at: storedInstant }), undefined);
const name = stored("name", storedName, "nobody");

test("what was written comes back, and is gone once it is forgotten", () => {
  const store = memoryProperties();
  check.write(store, { at: "2026-11-24T01:30:00.000Z" });
  expect(check.read(store)).toEqual({ at: "2026-11-24T01:30:00.000Z" });
  check.forget(store);
  expect(check.read(store)).toBeUndefined();
});

test.each(["", "{", "null", "7", "[]", '{"at":7}', '{"at":"yesterday"}'])(
  "%j in the store is none of ours: the fallback stands",
  (value) => expect(check.read(memoryProperties({ check: value }))).toBeUndefined(),
);

test.each(["operator@example.com", "1", "null"])("the text %s is kept as it is", (text) => {
  const store = memoryProperties();
  name.write(store, text);
  expect(store.values.get("name")).toBe(text);
  expect(name.read(store)).toBe(text);
});

test("an empty text is no name", () => {
  expect(name.read(memoryProperties({ name: "" }))).toBe("nobody");
});
