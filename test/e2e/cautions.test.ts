import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { OPERATOR, STAFF } from "../../workbench/workbench.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPage(browser, { bundle: readBundle("dist"), connected: true });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
});
afterEach(() => expect(desk).toMatchObject({ foreign: [], errors: [] }));

const cellOf = (header: string, row: number): string => desk.cellOf("出荷リスト", header, row);
const question = (title: string) => desk.page.getByRole("dialog", { name: title });
const typeAndEnter = async (a1: string, text: string) => {
  await desk.select(a1);
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press("Enter");
};

test("each sheet opens on a cell where typing does no harm", async () => {
  expect(await desk.activeCell()).toBe(cellOf("出荷ステータス", 2));
  await desk.page.getByText("在庫", { exact: true }).click();
  await desk.settled();
  expect(await desk.activeCell()).toBe("D2");
  await desk.page.keyboard.type("45");
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  expect(desk.values("在庫!D1:D2")).toEqual([["棚卸数"], [45]]);
  await desk.page.getByText("出荷リスト", { exact: true }).click();
  await desk.settled();
});

test("a header keeps its name whatever is typed there, and is emptied only by somebody who says so", async () => {
  const header = cellOf("伝票番号", 1);
  await typeAndEnter(header, "番号");
  await desk.hears("「伝票番号」は列を探すための見出しのため、変更できません。");
  await desk.settled();
  expect(await desk.text(header)).toBe("伝票番号");
  expect(desk.values(`出荷リスト!${header}`)).toEqual([["伝票番号"]]);

  const empties = async () => {
    await desk.select(header);
    await desk.page.keyboard.press("Delete");
    await question("見出しの変更").waitFor();
  };
  await empties();
  await desk.page.keyboard.type("0040");
  await desk.page.keyboard.press("Enter");
  await question("見出しの変更").waitFor({ state: "detached" });
  await desk.settled();
  expect(await desk.text(header)).toBe("伝票番号");
  expect(desk.values(`出荷リスト!${header}`)).toEqual([["伝票番号"]]);

  await empties();
  await question("見出しの変更").getByRole("button", { name: "OK" }).click();
  await desk.settled();
  expect(desk.values(`出荷リスト!${header}`)).toEqual([]);
});

test("a key asks the operator before it is overwritten or emptied", async () => {
  await typeAndEnter("A2", "手で入れた番号");
  await question("保護されたセルの変更").getByRole("button", { name: "OK" }).click();
  await desk.settled();
  expect(desk.values("出荷リスト!A2")).toEqual([["手で入れた番号"]]);
  await desk.select("A2");
  await desk.page.keyboard.press("Delete");
  await question("保護されたセルの変更").getByRole("button", { name: "キャンセル" }).click();
  await desk.settled();
  expect(desk.values("出荷リスト!A2")).toEqual([["手で入れた番号"]]);
  expect(await desk.text("A2")).toBe("手で入れた番号");
});

test("staff are not asked but refused, and change their own cells unasked", async () => {
  await desk.become(STAFF);
  await typeAndEnter("A2", "書き換え");
  await desk.hears("保護されているセル");
  const own = cellOf("出荷ステータス", 2);
  await desk.type(own, "梱包済");
  expect([desk.values("出荷リスト!A2"), desk.values(`出荷リスト!${own}`)].flat(2)).toEqual([
    "手で入れた番号",
    "梱包済",
  ]);
  await desk.become(OPERATOR);
});
