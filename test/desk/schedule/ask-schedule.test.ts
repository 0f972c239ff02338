import { afterEach, expect, test } from "vitest";
import type { SettingsView } from "../../../src/desk/settings/rules/settings-form.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Opens a desk whose person answers each prompt with the next of these; null presses キャンセル. */
async function answering(answers: (string | null)[], deployment: "bound" | "add-on" = "bound"): Promise<Desk> {
  const left = [...answers];
  desk = await openDesk({
    deployment,
    answer: ({ buttons }) => {
      const text = buttons === "OK" ? "" : (left.shift() ?? null);
      return text === null ? { button: buttons === "OK" ? "OK" : "CANCEL", text: "" } : { button: "OK", text };
    },
  });
  return desk;
}

const settings = async () => ((await desk.run("loadSettings")).value as SettingsView).settings;
const shown = () => desk.ui.shown.at(-1) as { kind: string; message?: string; prompt?: string };

test("without the panel one thing at a time is set, in the words in which it is shown", async () => {
  await answering(["２", "9:00、１８:３０", "5", "平日", "6", "22:00〜6:00"]);
  for (let time = 0; time < 3; time++) {
    await desk.run("askSchedule");
    expect(shown()).toMatchObject({ kind: "toast", message: "保存しました。" });
  }
  expect(await settings()).toMatchObject({
    schedule: {
      "import-shipments": { every: 30, times: [] },
      "sync-stock": { every: null, times: ["09:00", "18:30"] },
    },
    weekdays: [1, 2, 3, 4, 5],
    quiet: { from: "22:00", to: "06:00" },
  });
});

test.each([
  ["0", "1から6までの番号"],
  ["7", "1から6までの番号"],
  ["", "1から6までの番号"],
  ["在庫", "1から6までの番号"],
])("the number %j is refused in words", async (number, words) => {
  await answering([number]);
  await desk.run("askSchedule");
  expect(shown().prompt).toContain(words);
});

test("what would use up Google's time is saved only by the word that says so, after an interval that fits was named", async () => {
  await answering(["1", "10分ごと", null, "1", "10", "保存"]);
  // What a run takes is known from one on a slow morning.
  desk.faults.next("searchOrder", { transport: "hang" }, { transport: "hang" });
  await desk.run("importShipments");
  await desk.run("askSchedule");
  const [prompt] = [...desk.ui.shown].reverse() as { prompt?: string }[];
  expect(prompt?.prompt).toMatch(/「出荷指示」を(15|30|60)分ごと/);
  expect((await settings()).schedule["import-shipments"]?.every).toBe(30);
  await desk.run("askSchedule");
  expect((await settings()).schedule["import-shipments"]?.every).toBe(10);
});

test("an add-on is told that it looks once an hour", async () => {
  await answering([], "add-on");
  await desk.run("startSchedule");
  expect(shown().prompt).toContain("確認は1時間に1回までです");
  expect(desk.workbench.host.triggers().map(({ schedule }) => schedule)).toMatchObject([{ kind: "hours", every: 1 }]);
  const { automation } = (await desk.run("loadSettings")).value as SettingsView;
  expect(automation.owner?.minutes).toBe(60);
});
