import { afterEach, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import type { Person } from "../../../workbench/rms/shop/order.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import {
  breaksKeys,
  CHAT_WEBHOOK,
  mails,
  noticeLine,
  posts,
  SLACK_WEBHOOK,
  setsWebhook,
} from "../../support/notices.ts";
import { PARCELS } from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const ofPerson = (person: Person): string[] =>
  [
    person.familyName,
    person.firstName,
    person.familyNameKana,
    person.firstNameKana,
    person.city,
    person.subAddress,
    person.phoneNumber2,
    person.phoneNumber3,
    person.zipCode2,
  ].flatMap((text) => (text === null || text.trim().length < 2 ? [] : [text]));

/** All that the shop knows of people, but for what also stands in the number of an order. */
const personal = (): string[] => {
  const orders = desk.shop.orders();
  const numbers = orders.map(({ orderNumber }) => orderNumber).join();
  const texts = orders.flatMap(({ orderer, packages, remarks }) => [
    orderer.emailAddress,
    ...(remarks === null ? [] : [remarks]),
    ...[orderer, ...packages.map(({ sender }) => sender)].flatMap(ofPerson),
  ]);
  return [...new Set(texts)].filter((text) => !numbers.includes(text));
};

const KEYS = [...Object.values(SANDBOX_KEYS), CHAT_WEBHOOK, "invented-key", "invented-9f3c"];

test.each(["a shop", "another shop"])(
  "of %s nothing of a person and no key is told, whatever there is to tell",
  async (seed) => {
    desk = await openDesk({ drawn: 60, seed, skus: 8 });
    await setsWebhook(desk, CHAT_WEBHOOK);
    await desk.importShipments();
    await desk.run("importProducts");
    await desk.run("syncStock");
    for (const { 商品コード } of desk.rows("在庫")) desk.types("在庫", String(商品コード), "棚卸数", 0);
    const listed = desk.rows("出荷リスト").map((row) => String(row.注文番号));
    for (const [at, number] of listed.slice(0, 6).entries()) {
      desk.types("出荷リスト", number, "伝票番号", PARCELS[at] as string);
      desk.shop.cancel(number);
    }
    const [, ...others] = listed.slice(6);
    desk.types("出荷リスト", others.at(-1) as string, "注文番号", "見本 花子様", OPERATOR);
    for (let round = 0; round < 3; round++) {
      await desk.importShipments();
      await desk.run("syncStock");
      await desk.passes(5 * 60);
    }
    desk.shop.expireAt(new Date(desk.clock.now().getTime() + 86_400_000));
    await desk.passes(24 * 60);
    await desk.importShipments();
    breaksKeys(desk);
    for (const fn of ["importShipments", "importShipments", "syncStock", "syncStock"]) await desk.run(fn);
    await desk.passes(61);
    await desk.run("syncStock");
    const told = [...mails(desk), ...posts(desk)].join("\n");
    for (const kind of ["キャンセル", "引当可能数", "まだ出荷済", "有効期限", "続けて失敗"])
      expect(told).toContain(kind);
    const { notices } = desk.workbench.host.documentProperties();
    expect([...personal(), ...KEYS, "見本"].filter((text) => `${told}${notices}`.includes(text))).toEqual([]);
  },
);

test("the address of a webhook lies with the operator alone, and everybody else sees no part of it", async () => {
  desk = await openDesk();
  await setsWebhook(desk, SLACK_WEBHOOK);
  await desk.run("testNotices");
  desk.workbench.webhooks.fail({ transport: "reset" });
  const { value, log, error } = await desk.run("sendTestNotices");
  const { host } = desk.workbench;
  const [, , , , team, bot, token] = SLACK_WEBHOOK.split("/") as string[];
  const seen = JSON.stringify([
    host.documentProperties(),
    host.scriptProperties(),
    host.userProperties(STAFF),
    [...desk.rows("ダッシュボード"), ...desk.rows("連携ログ")],
    [value, log, error],
    host.mail(),
    (await desk.run("loadSettings", STAFF)).value,
  ]);
  for (const part of [team, bot, token]) expect(seen).not.toContain(part);
  expect((await desk.run("loadSettings")).value).toMatchObject({
    webhook: { kind: "slack", end: SLACK_WEBHOOK.slice(-4) },
  });
  expect(JSON.stringify(host.userProperties(OPERATOR))).toContain(token);
  expect(noticeLine(desk)).toMatchObject({ 状態: "注意", 内容: expect.stringContaining("Slackから応答がありません") });
});

test("with the keys the webhook goes too, so that nothing of it stays with somebody who is no operator any more", async () => {
  desk = await openDesk();
  await setsWebhook(desk, SLACK_WEBHOOK);
  await desk.run("deleteKeys");
  expect(desk.workbench.host.userProperties(OPERATOR)).toEqual({});
});

test.each([
  "https://example.com/services/T0/B0/x",
  "http://hooks.slack.com/services/T0/B0/x",
  "",
  7,
  { address: SLACK_WEBHOOK },
])("%j is no webhook: it is refused with what is wanted, and nothing else is reached", async (webhook) => {
  desk = await openDesk();
  const { value } = await desk.run("saveSettings", OPERATOR, [{ webhook }]);
  expect(value).toMatchObject({ saved: false, errors: { webhook: expect.stringContaining("Google Chat") } });
  expect(Object.keys(desk.workbench.host.userProperties(OPERATOR)).join()).not.toContain("webhook");
});

test("staff may neither set where notices go nor send a test", async () => {
  desk = await openDesk();
  expect((await desk.run("saveSettings", STAFF, [{ webhook: SLACK_WEBHOOK }])).value).toMatchObject({ saved: false });
  expect((await desk.run("sendTestNotices", STAFF)).value).toMatchObject({
    sent: false,
    message: expect.stringContaining(OPERATOR),
  });
  expect([mails(desk), posts(desk)]).toEqual([[], []]);
});
