import type { Browser, Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { STAFF } from "../../workbench/workbench.ts";
import { barriers } from "./barriers.ts";
import { launchBrowser } from "./browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";

const MENU = "API連携登録";
const PANEL = "API接続設定";

let browser: Browser;
let desk: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await openPage(browser, { bundle: readBundle("dist"), orders: 5 });
});
afterEach(async () => {
  expect(desk).toMatchObject({ foreign: [], errors: [] });
  await desk[Symbol.asyncDispose]();
});

async function openPanel(open = () => desk.choose(MENU, PANEL)): Promise<Frame> {
  await open();
  const iframe = desk.page.getByRole("complementary", { name: PANEL }).locator("iframe");
  await iframe.contentFrame().getByRole("heading", { name: "接続の状態" }).waitFor();
  return (await (await iframe.elementHandle())?.contentFrame()) as Frame;
}

const connect = async (frame: Frame) => {
  await frame.getByLabel("サービスシークレット").fill("SP000000_sandboxSecret");
  await frame.getByLabel("ライセンスキー", { exact: true }).fill("SL000000_sandboxLicense");
  await frame.getByRole("button", { name: "保存" }).click();
  await frame.getByText("すべての機能を利用できます。").first().waitFor();
};
const save = (frame: Frame) => frame.getByRole("button", { name: "保存" }).click();
const focused = (frame: Frame) => frame.evaluate(() => document.activeElement?.id ?? "");
const pressed = (frame: Frame) => frame.evaluate(() => document.activeElement?.textContent ?? "");
/** Presses the button as somebody without a mouse does. */
const press = async (frame: Frame, name: string) => {
  await frame.getByRole("button", { name }).focus();
  await desk.page.keyboard.press("Enter");
};
/** The question takes the focus as it opens; only then does a key reach its buttons. */
const deleteKeys = async (frame: Frame) => {
  await press(frame, "キーを削除…");
  await frame.waitForFunction("document.activeElement.id === 'keep'");
  await press(frame, "削除する");
};
const width = (frame: Frame) => frame.evaluate(() => document.documentElement.scrollWidth);

test("an operator connects, sets up and checks with the panel alone; it keeps to its 300 px and has no barriers", async () => {
  const frame = await openPanel();
  expect(await barriers(frame)).toEqual([]);
  await frame.getByRole("button", { name: "初期設定を実行" }).click();
  await frame.getByText("支払方法ごとに設定").waitFor();
  await expect.poll(() => desk.activeTab()).toBe("ダッシュボード");
  expect(await desk.tabs()).not.toContain("シート1");
  await connect(frame);
  expect(await frame.getByLabel("サービスシークレット").inputValue()).toBe("");
  expect(await frame.getByText("登録済み（末尾 ense）").count()).toBe(1);
  await frame.getByText("機能ごとの結果").click();
  expect(await frame.getByRole("row").count()).toBe(9);
  await frame.getByText("支払方法ごとに設定").click();
  await frame.getByLabel("銀行振込").selectOption("200 楽天処理中");
  await save(frame);
  await frame.getByText("1件を個別に設定").waitFor();
  await frame.getByRole("status").getByText("保存しました。").waitFor();
  expect(desk.values("支払方法マスタ!A2:C20").find(([code]) => code === "9")?.[2]).toBe("200 楽天処理中");
  expect(await barriers(frame)).toEqual([]);
  expect(await width(frame)).toBeLessThanOrEqual(300);
});

test("what cannot be saved says why beside its field, keeps the input and takes the focus to the first", async () => {
  const frame = await openPanel();
  await frame.getByLabel("サービスシークレット").fill("wrong");
  await frame.getByLabel("出荷指示取得期間").fill("65");
  await frame.getByLabel("商品マスタ取得開始位置").fill("7");
  await save(frame);
  await frame.getByRole("alert").getByText("保存できない項目があります").waitFor();
  expect(await focused(frame)).toBe("serviceSecret");
  const period = frame.getByLabel("出荷指示取得期間");
  expect(await period.getAttribute("aria-invalid")).toBe("true");
  const described = (await period.getAttribute("aria-describedby"))?.split(" ") ?? [];
  expect(await frame.locator(`#${described.at(-1)}`).textContent()).toBe("64以下にしてください。");
  expect(await frame.getByLabel("商品マスタ取得開始位置").inputValue()).toBe("7");
  expect(await barriers(frame)).toEqual([]);
});

test("the whole form can be filled in and saved from the keyboard", async () => {
  const frame = await openPanel();
  await frame.getByLabel("サービスシークレット").focus();
  const { keyboard } = desk.page;
  await keyboard.type("SP000000_sandboxSecret");
  await keyboard.press("Tab");
  await keyboard.type("SL000000_sandboxLicense");
  await keyboard.press("Enter");
  await frame.getByText("すべての機能を利用できます。").first().waitFor();
  await frame.getByRole("switch", { name: "楽天と連携する" }).focus();
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await frame.getByText("無効（連携は止まっています）").waitFor();
});

test("keys are deleted only after a question inside the panel, which can be left by the keyboard", async () => {
  const frame = await openPanel();
  await connect(frame);
  const open = frame.getByRole("button", { name: "キーを削除…" });
  await open.click();
  const question = frame.getByRole("alertdialog", { name: "登録したキーを削除しますか？" });
  await question.waitFor();
  expect(await barriers(frame)).toEqual([]);
  await desk.page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  await frame.waitForFunction("document.activeElement.textContent === 'キーを削除…'");
  await open.click();
  await question.getByRole("button", { name: "削除する" }).click();
  await frame.getByText("未接続（キーが登録されていません）").waitFor();
  expect(desk.workbench.host.userProperties("operator@example.com")).toEqual({});
});

test("who works with the keyboard keeps the focus, while something is done and after it", async () => {
  const frame = await openPanel();
  await press(frame, "初期設定を実行");
  await frame.getByText("支払方法ごとに設定").waitFor();
  await frame.waitForFunction("document.activeElement.id === 'target:デフォルト'");
  await connect(frame);
  await press(frame, "接続を確認");
  expect(await pressed(frame)).toBe("確認しています…");
  await desk.page.keyboard.press("Enter");
  await frame.getByText("接続を確認").waitFor();
  expect(await pressed(frame)).toBe("接続を確認");
  await press(frame, "保存");
  await frame.getByRole("status").getByText("保存しました。").waitFor();
  expect(await pressed(frame)).toBe("保存");
  await deleteKeys(frame);
  await frame.getByText("キーを削除しました。").waitFor();
  await frame.waitForFunction("document.activeElement.id === 'serviceSecret'");
  expect(await barriers(frame)).toEqual([]);
});

test("what was typed and not saved outlasts a deletion of the keys, which empties only their own fields", async () => {
  const frame = await openPanel();
  await connect(frame);
  await frame.getByLabel("出荷指示取得期間").fill("33");
  await frame.getByLabel("サービスシークレット").fill("SP000000_new");
  await deleteKeys(frame);
  await frame.getByText("キーを削除しました。").waitFor();
  expect(await frame.getByLabel("出荷指示取得期間").inputValue()).toBe("33");
  expect(await frame.getByLabel("サービスシークレット").inputValue()).toBe("");
});

test("a new licence key empties the date of the former one, and not one that was typed for it", async () => {
  await desk.workbench.host.run({
    fn: "saveSettings",
    args: [{ settings: { licenceExpiry: "2026-12-01" } }],
    user: "operator@example.com",
    source: "run",
  });
  const frame = await openPanel();
  const [key, date] = [
    frame.getByLabel("ライセンスキー", { exact: true }),
    frame.getByLabel("ライセンスキーの有効期限"),
  ];
  await key.fill("SL000000_new");
  expect(await date.inputValue()).toBe("");
  await key.fill("");
  expect(await date.inputValue()).toBe("2026-12-01");
  await date.fill("2027-02-21");
  await key.fill("SL000000_new");
  expect(await date.inputValue()).toBe("2027-02-21");
});

test("a status in 支払方法マスタ that Rakuten does not have is shown as it stands, with what to do, until it is mended", async () => {
  await desk.workbench.host.run({ fn: "setUp", args: [], user: "operator@example.com", source: "run" });
  const rowIndex = desk.values("支払方法マスタ!A1:A20").findIndex(([code]) => code === "9");
  desk.batchUpdate("operator@example.com", [
    {
      updateCells: {
        start: { sheetId: desk.sheetId("支払方法マスタ"), rowIndex, columnIndex: 2 },
        rows: [{ values: [{ userEnteredValue: { stringValue: "発送まち" } }] }],
        fields: "userEnteredValue",
      },
    },
  ]);
  const frame = await openPanel();
  const bank = frame.getByLabel("銀行振込");
  expect(await bank.inputValue()).toBe("発送まち");
  expect(await bank.getAttribute("aria-invalid")).toBe("true");
  expect(await frame.getByText("「300 発送待ち」のいずれかを選んでください。").isVisible()).toBe(true);
  await bank.selectOption("300 発送待ち");
  await save(frame);
  await frame.getByRole("status").getByText("保存しました。").waitFor();
  expect(desk.values("支払方法マスタ!C1:C20")[rowIndex]).toEqual(["300 発送待ち"]);
  expect(await bank.getByText("発送まち").count()).toBe(0);
});

test("a panel that has stood open saves what was changed in it, and puts nothing else back", async () => {
  const frame = await openPanel();
  await desk.workbench.host.run({
    fn: "saveSettings",
    args: [{ settings: { enabled: false, productsSince: "2026-11-20T09:00" } }],
    user: "operator@example.com",
    source: "run",
  });
  await frame.getByLabel("出荷指示取得期間").fill("7");
  await save(frame);
  await frame.getByRole("status").getByText("保存しました。").waitFor();
  expect(await frame.getByRole("switch", { name: "楽天と連携する" }).isChecked()).toBe(false);
  expect(JSON.parse(desk.workbench.host.documentProperties().settings ?? "")).toMatchObject({
    enabled: false,
    periodDays: 7,
    productsSince: "2026-11-20T09:00",
  });
});

test("where in BigQuery archives lie is asked only where they do, and checked once it is saved", async () => {
  const frame = await openPanel();
  const project = frame.getByLabel("Google CloudのプロジェクトID");
  expect(await project.count()).toBe(0);
  await frame.getByLabel("保管先", { exact: true }).selectOption("BigQuery");
  await project.fill("shukka-archive");
  await frame.getByText("保存すると確認できます。").waitFor();
  await save(frame);
  await frame.getByRole("status").getByText("保存しました。").waitFor();
  await press(frame, "BigQueryの接続を確認");
  await frame.getByText("「shukka-archive.shukka_sheet」（asia-northeast1）を作成しました。保管に使えます。").waitFor();
  expect(await barriers(frame)).toEqual([]);
  expect(await width(frame)).toBeLessThanOrEqual(300);
});

test("functions that are not switched on are listed with where to switch them on", async () => {
  desk.workbench.sandbox.shop.disable("items.search", "navigation.genres.get");
  const frame = await openPanel();
  await frame.getByLabel("サービスシークレット").fill("SP000000_sandboxSecret");
  await frame.getByLabel("ライセンスキー", { exact: true }).fill("SL000000_sandboxLicense");
  await save(frame);
  await frame.getByRole("alert").getByText("8件中2件の機能を利用できません。").waitFor();
  expect(await frame.getByRole("row", { name: /items\.search.*RMSで未設定/ }).count()).toBe(1);
  expect(await frame.locator("#cures").getByText("利用機能を編集").count()).toBe(1);
  expect(await barriers(frame)).toEqual([]);
});

test("keys that Rakuten refuses: the panel says so, goes to the cure, and names a typo before the wait for a new key", async () => {
  const frame = await openPanel();
  await frame.getByLabel("サービスシークレット").fill("SP00OO00_sandboxSecret");
  await frame.getByLabel("ライセンスキー", { exact: true }).fill("SL000000_sandboxLicense");
  await frame.getByText("0とO、1とIやlを取り違えていないか").waitFor();
  await save(frame);
  await frame.getByRole("alert").getByText("キーが使えません").waitFor();
  await frame.waitForFunction("document.activeElement.id === 'cures'");
  const cures = frame.locator("#cures");
  expect(await cures.evaluate((list) => list.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  const told = await cures.getByRole("listitem").allInnerTexts();
  expect(told[0]).toContain("サービスシークレット: 「_」の前の数字のところに英字");
  expect(told[1]).toMatch(/RMSの表示と見比べて.*最長90分/);
  expect(await frame.getByRole("definition").first().textContent()).toBe("キーが使えません");
  expect(await barriers(frame)).toEqual([]);
});

test("keys in each other's place are called the wrong way round, and change places by a button; full width is no mistake", async () => {
  const frame = await openPanel();
  await frame.getByLabel("サービスシークレット").fill("ＳＬ000000_sandboxLicense");
  await frame.getByLabel("ライセンスキー", { exact: true }).fill("SP000000_sandboxSecret");
  await frame.getByText("全角の文字を半角に直しました。").waitFor();
  expect(await frame.getByText("逆です。").count()).toBe(2);
  await frame.getByRole("button", { name: "2つのキーを入れ替える" }).click();
  expect(await frame.getByText("逆です。").count()).toBe(0);
  await save(frame);
  await frame.getByText("すべての機能を利用できます。").first().waitFor();
  expect(await frame.getByText("接続済み").count()).toBe(1);
});

test("unsaved input is marked at its field and at the button, and asked about before the panel is closed", async () => {
  const frame = await openPanel();
  const panel = desk.page.getByRole("complementary", { name: PANEL });
  await frame.getByLabel("出荷指示取得期間").fill("33");
  expect(await frame.getByText("未保存", { exact: true }).count()).toBe(1);
  expect(await frame.getByRole("button", { name: "保存（未保存 1件）" }).count()).toBe(1);
  expect(await barriers(frame)).toEqual([]);
  const question = desk.page.getByRole("dialog", { name: "保存していない入力" });
  await panel.getByRole("button", { name: "閉じる" }).click();
  await question.getByRole("button", { name: "キャンセル" }).click();
  expect(await frame.getByLabel("出荷指示取得期間").inputValue()).toBe("33");
  await press(frame, "変更を取り消す…");
  await frame.getByRole("button", { name: "取り消す", exact: true }).click();
  expect(await frame.getByLabel("出荷指示取得期間").inputValue()).toBe("30");
  expect(await frame.getByText("未保存", { exact: true }).count()).toBe(0);
  await frame.getByLabel("出荷指示取得期間").fill("34");
  await panel.getByRole("button", { name: "閉じる" }).click();
  await question.getByRole("button", { name: "OK" }).click();
  await panel.waitFor({ state: "detached" });
});

test("staff get no panel that the operator opened; theirs says how it stands and whom to ask, and has nothing to press", async () => {
  await connect(await openPanel());
  await desk.become(STAFF);
  expect(await desk.page.getByRole("complementary", { name: PANEL }).count()).toBe(0);
  const frame = await openPanel(() => desk.starts("showSettings", STAFF));
  await frame.getByText("operator@example.com さんだけです").waitFor();
  expect(await frame.getByRole("button").count()).toBe(0);
  expect(await frame.getByRole("textbox").count()).toBe(0);
  expect(await barriers(frame)).toEqual([]);
});

test.each([
  ["Authorization is required to perform that action.", "複数のGoogleアカウント"],
  [
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    "複数のGoogleアカウント",
  ],
  ["NetworkError: lost", "通信に失敗しました"],
])("a save that fails with %s loses no input and says what to do", async (message, told) => {
  const frame = await openPanel();
  await frame.getByLabel("出荷指示取得期間").fill("12");
  await fails(frame, message);
  await save(frame);
  await frame.getByRole("alert").getByText(told).waitFor();
  expect(await frame.getByLabel("出荷指示取得期間").inputValue()).toBe("12");
  expect(await frame.getByRole("button", { name: "保存" }).isEnabled()).toBe(true);
});

test("a Google that never answers is given up on after 30 seconds, with the hint and with the input kept", async () => {
  const frame = await openPanel();
  await frame.getByLabel("出荷指示取得期間").fill("12");
  const waits = await silence(frame);
  await save(frame);
  await frame.getByRole("alert").getByText("Googleから応答がありません").waitFor();
  expect(await waits()).toEqual([30_000]);
  expect(await frame.getByText("「設定」→「パネルを使わない場合」").count()).toBe(1);
  expect(await frame.getByLabel("出荷指示取得期間").inputValue()).toBe("12");
});

/** Stands in for `google.script.run`: every call fails with Google's own text. */
const fails = (frame: Frame, message: string) =>
  frame.evaluate((text) => {
    const runner: Record<string, unknown> = {};
    let failure: (error: Error) => void = () => {};
    runner.withSuccessHandler = () => runner;
    runner.withFailureHandler = (handler: typeof failure) => {
      failure = handler;
      return runner;
    };
    runner.saveSettings = () => queueMicrotask(() => failure(new Error(text)));
    (window as unknown as { google: { script: { run: unknown } } }).google.script.run = runner;
  }, message);

/** No call is ever answered, and what would be waited for is over at once. */
async function silence(frame: Frame) {
  await frame.evaluate(() => {
    const waits: number[] = [];
    const runner: Record<string, unknown> = { saveSettings: () => {} };
    runner.withSuccessHandler = () => runner;
    runner.withFailureHandler = () => runner;
    const page = window as unknown as { google: { script: { run: unknown } }; waits: number[]; setTimeout: unknown };
    page.google.script.run = runner;
    page.waits = waits;
    const later = window.setTimeout.bind(window);
    page.setTimeout = (act: () => void, milliseconds = 0) => {
      if (milliseconds >= 1000) waits.push(milliseconds);
      return later(act, 0);
    };
  });
  return () => frame.evaluate(() => (window as unknown as { waits: number[] }).waits);
}
