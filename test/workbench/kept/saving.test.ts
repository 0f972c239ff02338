import { expect, test } from "vitest";
import { savingOf } from "../../../workbench/kept/saving.ts";

const full = (): never => {
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
};

test("a thousand changes at once are written together", async () => {
  let writes = 0;
  const saving = savingOf("shop.json", () => writes++);
  await Promise.all(Array.from({ length: 1000 }, () => saving.soon()));
  expect(writes).toBe(1);
});

test("a change is written when its caller hears of it, whatever was being waited for", async () => {
  let state = 0;
  let written = 0;
  const saving = savingOf("shop.json", () => {
    written = state;
  });
  const change = async () => {
    const mine = ++state;
    await saving.soon();
    expect(written).toBeGreaterThanOrEqual(mine);
  };
  for (let round = 0; round < 5; round++) await Promise.all([change(), change(), change()]);
  expect(written).toBe(15);
});

test("a write that fails is told in a sentence, once, and tried again with the next change", async () => {
  const told: string[] = [];
  let write: () => void = full;
  const saving = savingOf(
    "shop.json",
    () => write(),
    (sentence) => void told.push(sentence),
  );
  await saving.soon();
  await saving.soon();
  expect(told).toEqual([
    "shop.json could not be written: the disk is full. What changes from now on is lost if the process is killed.",
  ]);
  let writes = 0;
  write = () => writes++;
  await saving.soon();
  expect(writes).toBe(1);
  write = full;
  await saving.soon();
  expect(told).toHaveLength(2);
});

test("the last write, at the end, does not pass over its failure", () => {
  expect(savingOf("shop.json", full).now).toThrow("ENOSPC");
});
