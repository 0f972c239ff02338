import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { captions, inMenu, MENU, pathTo, WITHOUT_PANEL } from "../../src/core/menu-texts.ts";
import { type MenuEntry, menu, staffMenu } from "../../src/desk/menu.ts";

/** What stands at the end of a path, as somebody finds it who opens one part after the other. */
function at(entries: readonly MenuEntry[], [caption, ...rest]: readonly string[]): MenuEntry | undefined {
  const found = entries.find((entry) => entry !== "line" && entry.caption === caption);
  if (rest.length === 0) return found;
  return found !== undefined && found !== "line" && "entries" in found ? at(found.entries, rest) : undefined;
}

const captionsIn = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap((entry) =>
    entry === "line" ? [] : [entry.caption, ...("entries" in entry ? captionsIn(entry.entries) : [])],
  );

test.each([...Object.values(captions), WITHOUT_PANEL])("the way that messages tell to %s leads there", (caption) => {
  expect(at(menu, pathTo(caption)) ?? at(staffMenu, pathTo(caption))).toMatchObject({ caption });
});

test("a message names every step of the way", () => {
  expect(inMenu("棚卸を始める")).toBe(`メニュー「${MENU}」→「在庫」→「棚卸を始める」`);
  expect(inMenu("出荷指示を取得")).toBe(`メニュー「${MENU}」→「出荷指示を取得」`);
  expect(inMenu(WITHOUT_PANEL)).toBe(`メニュー「${MENU}」→「設定」→「${WITHOUT_PANEL}」`);
});

const sources = ["src", "sidebar"].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

test("no message spells a way into our menu by itself", () => {
  const spelled = sources.filter((file) => /メニューの?「(?!データ」)/.test(readFileSync(file, "utf8")));
  expect(spelled).toEqual([]);
});

test("no two items have one name", () => {
  const all = captionsIn(menu);
  expect(all.filter((caption, place) => all.indexOf(caption) !== place)).toEqual([]);
});

test("ten lines at most stand before the parts, and staff have ten in all", () => {
  const items = (entries: readonly MenuEntry[]) => entries.filter((entry) => entry !== "line" && "fn" in entry);
  expect(items(menu).length).toBeLessThanOrEqual(10);
  expect(items(staffMenu).length).toBeLessThanOrEqual(10);
});
