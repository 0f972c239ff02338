import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorkbench } from "../../workbench/workbench.ts";

const bundle = { code: "", html: {}, manifest: { timeZone: "Asia/Tokyo" } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shukka-spoilt-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["shop.json", (path: string) => writeFileSync(path, '{"format":1'), /shop\.json is not a shop that /],
  ["apps-script.json", (path: string) => mkdirSync(path), /apps-script\.json is a folder\. Move it away\./],
  ["sheets/1x.json", (path: string) => writeFileSync(path, ""), /sheets\/1x is cut short, or not a spreadsheet/],
  ["sheets", (path: string) => writeFileSync(path, ""), /sheets is a file\. /],
])(
  "a workbench that finds %s spoilt says so in one sentence, and leaves it as it is",
  async (name, spoil, sentence) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    spoil(path);
    const before = statSync(path).mtimeMs;
    await expect(createWorkbench({ bundle, folder, shop: { orders: 0, skus: 1 } })).rejects.toThrow(
      new RegExp(`^[^\\n]*${sentence.source}[^\\n]*$`),
    );
    expect(statSync(path).mtimeMs).toBe(before);
  },
);
