import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../../support/desk.ts";

const OPERATOR = "operator@example.com";
const SHEET = "配送サービスマスタ";

let desk: Desk;
afterEach(() => desk.close());

const chooses = async (sent: unknown, user = OPERATOR) => (await desk.run("chooseCarriers", user, [sent])).value;
const carrierOf = (method: string) => desk.rows(SHEET).find((row) => row.楽天の配送方法名 === method)?.配送会社;

test("a carrier that is chosen in the preview stands in the master, also for a method that has no row there yet, and the log says so", async () => {
  desk = await openDesk();
  const chosen = [
    { method: "宅配便", carrier: "1001" },
    { method: "特急便", carrier: "1002" },
  ];
  expect(await chooses(chosen)).toEqual({
    done: true,
    message: "「宅配便」1001 ヤマト運輸、「特急便」1002 佐川急便 を設定しました。",
  });
  expect([carrierOf("宅配便"), carrierOf("特急便")]).toEqual(["1001 ヤマト運輸", "1002 佐川急便"]);
  expect(desk.rows("連携ログ").pop()).toMatchObject({ ジョブ: "配送会社の設定", 結果: "完了" });
});

test("what people chose in the master since the dialog opened stays", async () => {
  desk = await openDesk();
  desk.types(SHEET, "宅配便", "配送会社", "1003 日本郵便", OPERATOR);
  expect(await chooses([{ method: "宅配便", carrier: "1001" }])).toMatchObject({
    done: false,
    message: expect.stringContaining("すでに配送会社が入っている"),
  });
  expect(carrierOf("宅配便")).toBe("1003 日本郵便");
});

test.each([[[]], [[{ method: "", carrier: "1001" }]], [[{ method: "宅配便", carrier: "9999" }]], ["宅配便"], [null]])(
  "what no panel sends (%j) writes nothing",
  async (sent) => {
    desk = await openDesk();
    const before = desk.grid(SHEET);
    expect(await chooses(sent)).toMatchObject({ done: false, message: expect.stringContaining("読み取れません") });
    expect(desk.grid(SHEET)).toEqual(before);
  },
);

test("staff hear who can choose", async () => {
  desk = await openDesk();
  expect(await chooses([{ method: "宅配便", carrier: "1001" }], "staff@example.com")).toMatchObject({
    done: false,
    message: expect.stringContaining(OPERATOR),
  });
});
