import { expect, test } from "vitest";
import { recordingUi } from "../../../../workbench/apps-script/ui.ts";
import { evaluate, OPERATOR, openHost, returned, STAFF } from "../script-host.ts";

const menuScript = `
  function onOpen() {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu("出荷シート")
      .addItem("出荷指示を取得", "importShipments")
      .addSeparator()
      .addSubMenu(ui.createMenu("設定").addItem("接続を確認", "check"))
      .addToUi();
  }`;

const entries = [
  { kind: "item", caption: "出荷指示を取得", fn: "importShipments" },
  { kind: "separator" },
  {
    kind: "menu",
    menu: { addOn: false, caption: "設定", entries: [{ kind: "item", caption: "接続を確認", fn: "check" }] },
  },
];

test("opening the document builds the menus of that person alone", async () => {
  await using host = openHost(menuScript);
  expect(await host.open(STAFF)).toEqual([{ addOn: false, caption: "出荷シート", entries }]);
  expect(host.menus(OPERATOR)).toEqual([]);
});

test("a menu of the same name is replaced, not doubled", async () => {
  await using host = openHost(menuScript);
  await host.open(STAFF);
  expect(await host.open(STAFF)).toHaveLength(1);
});

test("in an add-on a menu is the add-on's own whatever its caption", async () => {
  await using host = openHost(menuScript, { deployment: "add-on" });
  expect(await host.open(STAFF)).toMatchObject([{ addOn: true }]);
});

test("alert and prompt give what the person answered", async () => {
  const ui = recordingUi(({ buttons }) => ({ button: buttons === "YES_NO" ? "NO" : "OK", text: "300" }));
  const body = `const ui = SpreadsheetApp.getUi();
    const answered = ui.prompt("件数", ui.ButtonSet.OK_CANCEL);
    return [ui.alert("済") === ui.Button.OK, ui.alert("送信", "送りますか", ui.ButtonSet.YES_NO) === ui.Button.NO,
      answered.getResponseText(), answered.getSelectedButton() === ui.Button.OK, JSON.stringify(ui.Button.YES)];`;
  expect(await evaluate(body, { ui })).toEqual([true, true, "300", true, '"YES"']);
  expect(ui.shown).toMatchObject([
    { kind: "prompt", user: OPERATOR, title: "", prompt: "件数", buttons: "OK_CANCEL" },
    { kind: "alert", title: "", prompt: "済", buttons: "OK" },
    { kind: "alert", title: "送信", prompt: "送りますか", buttons: "YES_NO" },
  ]);
});

test("toasts, sidebars and dialogs are shown without stopping the script", async () => {
  const ui = recordingUi();
  const body = `const ui = SpreadsheetApp.getUi();
    SpreadsheetApp.getActive().toast("10件", "取得中", -1);
    SpreadsheetApp.getActive().toast("済");
    ui.showSidebar(HtmlService.createHtmlOutputFromFile("Settings").setTitle("設定"));
    ui.showModalDialog(HtmlService.createHtmlOutput("<p>").setWidth(400).setHeight(300), "確認");`;
  await evaluate(body, { ui, bundle: { html: { Settings: "<h1>設定</h1>" } } });
  expect(ui.shown).toEqual([
    { kind: "toast", user: OPERATOR, message: "10件", title: "取得中", seconds: -1 },
    { kind: "toast", user: OPERATOR, message: "済", title: "", seconds: 5 },
    { kind: "sidebar", user: OPERATOR, title: "設定", html: "<h1>設定</h1>" },
    { kind: "dialog", user: OPERATOR, title: "確認", html: "<p>", width: 400, height: 300 },
  ]);
});

test("a script that waits for an answer lets others run", async () => {
  let answer: (() => void) | undefined;
  const ui = recordingUi(() => new Promise((resolve) => (answer = () => resolve({ button: "OK", text: "" }))));
  await using host = openHost(
    `function ask() { SpreadsheetApp.getUi().alert("?"); return "answered"; } function tick() { Utilities.sleep(1000); return "ticked"; }`,
    { ui },
  );
  const asking = host.run({ fn: "ask", user: STAFF, source: "menu" });
  expect(returned(await host.run({ fn: "tick", user: OPERATOR, source: "trigger" }))).toBe("ticked");
  answer?.();
  expect(returned(await asking)).toBe("answered");
});

test("there is no screen for triggers and editor runs", async () => {
  await using host = openHost("function f() { SpreadsheetApp.getUi(); }");
  for (const source of ["trigger", "editor"] as const) {
    expect((await host.run({ fn: "f", user: OPERATOR, source })).error?.message).toBe(
      "Cannot call SpreadsheetApp.getUi() from this context.",
    );
  }
});

test("an HTML file that was not uploaded fails by its name", async () => {
  await expect(evaluate("HtmlService.createHtmlOutputFromFile('Missing')")).rejects.toThrow(
    "No HTML file named Missing was found.",
  );
});

test("an HTML page is changed piece by piece", async () => {
  const body = `const page = HtmlService.createHtmlOutput("<p>").append("</p>");
    const first = page.getContent();
    return [first, page.getWidth(), page.setContent("x").getContent(), page.clear().getContent(), page.setTitle("題").getTitle()];`;
  expect(await evaluate(body)).toEqual(["<p></p>", null, "x", "", "題"]);
});
