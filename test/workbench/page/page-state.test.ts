import { expect, test } from "vitest";
import { after, blankState, handedTo } from "../../../workbench/page/page-state.ts";
import type { PageEvent } from "../../../workbench/server/page-event.ts";

const afterAll = (...events: PageEvent[]) => events.reduce(after, blankState);
const menu = (caption: string, item: string) => ({
  addOn: false,
  caption,
  entries: [{ kind: "item" as const, caption: item, fn: item }],
});

test("a script runs until it has ended, also when it failed", () => {
  expect(
    afterAll({ type: "started", id: "1" }, { type: "started", id: "2" }, { type: "ended", id: "1" }).running,
  ).toEqual(["2"]);
  const failed = afterAll({ type: "started", id: "1" }, { type: "ended", id: "1", failure: "鍵がありません。" });
  expect(failed.running).toEqual([]);
  expect(failed.toast).toMatchObject({ message: "鍵がありません。", tone: "error" });
});

test("a menu replaces the one of the same name", () => {
  const { menus } = afterAll(
    { type: "menu", menu: menu("API連携登録", "旧") },
    { type: "menu", menu: menu("別", "x") },
    { type: "menu", menu: menu("API連携登録", "新") },
  );
  expect(menus).toEqual([menu("別", "x"), menu("API連携登録", "新")]);
});

test("a question stays until it is answered, and is asked once though the page hears of it twice", () => {
  const question = { id: "q", kind: "alert", title: "", prompt: "送信しますか", buttons: "YES_NO" } as const;
  const asked = afterAll({ type: "asked", question }, { type: "asked", question });
  expect(asked.questions).toEqual([question]);
  expect(after(asked, { type: "answered", id: "q" }).questions).toEqual([]);
});

test("a new sidebar replaces the one before", () => {
  const page = (title: string) => ({ title, html: "" });
  const { sidebar } = afterAll({ type: "sidebar", page: page("設定") }, { type: "sidebar", page: page("検品") });
  expect(sidebar).toMatchObject({ title: "検品" });
});

test("who takes over sees nothing that was shown to the one before, and no menu until the script has added theirs", () => {
  const page = { title: "設定", html: "" };
  const before = {
    ...afterAll(
      { type: "menu", menu: menu("API連携登録", "取得") },
      { type: "started", id: "1" },
      { type: "toast", toast: { title: "", message: "保存しました。", seconds: 5 } },
      { type: "sidebar", page },
      { type: "dialog", page, modal: false },
    ),
    title: "出荷シート",
    contextMenu: { x: 1, y: 1 },
  };
  const user = "staff@example.com";
  expect(handedTo(user, before)).toEqual({ ...blankState, title: "出荷シート", user });
});
