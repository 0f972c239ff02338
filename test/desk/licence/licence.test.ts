import { expect, test } from "vitest";
import { storedKeys } from "../../../src/desk/connection/stored-keys.ts";
import { licenceRow, licenceWarning } from "../../../src/desk/licence/licence-line.ts";
import { watchLicence } from "../../../src/desk/licence/watch-licence.ts";
import { flushDue } from "../../../src/desk/notices/flush.ts";
import { saveSettings } from "../../../src/desk/settings/save-settings.ts";
import type { Platform } from "../../../src/platform/ports.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { memoryProperties } from "../../support/properties.ts";
import { base64, memoryPace, NOON, openRms, portOf } from "../../support/rms-port.ts";
import { engineElsewhere, engineSheets } from "../../support/sheets-port.ts";
import { memoryTriggers } from "../../support/triggers.ts";

const DAY = 86_400_000;
const RENEWED = { ...SANDBOX_KEYS, licenseKey: "SL000000_renewed" };

/** The operator's execution before a shop whose key ends on a given day; without `tells` RMS does not say so. */
function connected({
  ends = "2027-02-21",
  tells = true,
  typed,
}: {
  ends?: string;
  tells?: boolean;
  typed?: string;
} = {}) {
  const { sandbox, shop, clock, client, sent } = openRms();
  shop.expireAt(new Date(`${ends}T23:59:59+09:00`));
  if (!tells) shop.disable("license.expiryDate.get");
  const mails: { subject: string; body: string }[] = [];
  const reports: unknown[] = [];
  const mailbox = { full: false };
  const sheets = engineSheets();
  const platform: Platform & { shared: ReturnType<typeof memoryProperties> } = {
    clock,
    pace: memoryPace(),
    http: portOf(sandbox),
    base64,
    random: () => 0.5,
    sheets,
    elsewhere: engineElsewhere(sheets),
    bigQuery: () => {
      throw new Error("this test has no BigQuery");
    },
    own: memoryProperties(),
    shared: memoryProperties(),
    spreadsheetId: "sheet1",
    who: "operator@example.com",
    owner: () => undefined,
    lock: { take: () => true, release: () => {} },
    triggers: memoryTriggers(),
    screen: {
      toast: () => {},
      alert: () => {},
      ask: () => undefined,
      confirm: () => false,
      bringToFront: () => {},
      selected: () => undefined,
    },
    report: (error) => void reports.push(error),
    mailsLeft: () => (mailbox.full ? 0 : 100),
    mail(subject, body) {
      if (mailbox.full) throw new Error("Service invoked too many times for one day: email.");
      mails.push({ subject, body });
    },
  };
  saveSettings(platform, { keys: SANDBOX_KEYS, settings: { licenceExpiry: typed ?? null } });
  const step = () => {
    const now = clock.now();
    watchLicence(platform, client({ keys: storedKeys(platform) ?? SANDBOX_KEYS }), now);
    flushDue(platform);
    return { row: licenceRow(platform, now), warning: licenceWarning(platform, now) };
  };
  /** Noon in Japan, so many days before the last day (negative: after it). */
  const onDay = (left: number) => {
    clock.forward(new Date(`${ends}T12:00:00+09:00`).getTime() - left * DAY - clock.now().getTime());
    return step();
  };
  return { platform, client, shop, clock, mails, mailbox, reports, sent, step, onDay };
}

const EVERY_STAGE = ["あと14日", "あと7日", "あと3日", "あと1日", "切れました"];
const told = (mails: readonly { subject: string }[]) =>
  mails.map(({ subject }) => /(あと\d+日|本日まで|切れました)/.exec(subject)?.[0]);

test("while there is time, the dashboard says until when, and nobody is bothered", () => {
  const { step, mails } = connected();
  expect(step()).toEqual({
    row: {
      item: "ライセンスキー",
      state: "有効",
      detail: "2027/02/21まで（あと89日）",
      faults: 0,
      updatedAt: expect.any(Number),
    },
    warning: "",
  });
  expect(mails).toEqual([]);
});

test("RMS is asked once a day in Japan, however many jobs run", () => {
  const { step, sent, clock } = connected();
  for (let run = 0; run < 5; run++) step();
  expect(sent).toHaveLength(1);
  clock.forward(new Date("2026-11-25T00:00:00+09:00").getTime() - NOON.getTime());
  for (let run = 0; run < 5; run++) step();
  expect(sent).toHaveLength(2);
});

test.each([{ tells: true }, { tells: false, typed: "2027-02-21" }])(
  "hour by hour to beyond its end, each stage is mailed exactly once (%o)",
  (options) => {
    const { onDay, clock, step, mails } = connected(options);
    onDay(20);
    for (let hour = 0; hour < 24 * 30; hour++) {
      clock.forward(3_600_000);
      step();
    }
    expect(told(mails)).toEqual(EVERY_STAGE);
  },
);

test("the warning stays on the dashboard and in every message until there is a new key", () => {
  const { onDay, step } = connected();
  const first = onDay(3);
  expect(first).toMatchObject({ row: { state: "更新が必要" }, warning: expect.stringContaining("あと3日") });
  expect(step()).toMatchObject({ warning: first.warning });
  expect(onDay(-1)).toMatchObject({ row: { state: "期限切れ" }, warning: expect.stringContaining("切れました") });
});

test("a key that is near its end when the product is installed gets one mail, not one for each stage passed", () => {
  const { onDay, mails } = connected();
  onDay(2);
  expect(mails).toHaveLength(1);
});

test("after a new key the first good look clears the warning, and its own stages are mailed anew", () => {
  const { platform, shop, clock, step, onDay, mails } = connected();
  onDay(20);
  onDay(-2);
  shop.changeKeys(RENEWED, { pendingMinutes: 60 });
  saveSettings(platform, { keys: RENEWED });
  expect(step()).toMatchObject({ row: { state: "不明" }, warning: "" });
  clock.forward(61 * 60_000);
  expect(step()).toMatchObject({ row: { state: "有効" }, warning: "" });
  expect(mails).toHaveLength(1);
  shop.expireAt(new Date(clock.now().getTime() + 10 * DAY));
  clock.forward(DAY);
  step();
  expect(mails).toHaveLength(2);
});

test("a date that was mistyped and corrected keeps back no mail of the true one", () => {
  const { platform, onDay, mails } = connected({ tells: false, typed: "2026-11-24" });
  const type = (licenceExpiry: string) => saveSettings(platform, { settings: { licenceExpiry } });
  onDay(89);
  type("2026-11-23");
  onDay(88.9);
  expect(told(mails.splice(0))).toEqual(["本日まで", "切れました"]);
  type("2027-02-21");
  for (const left of [14, 7, 3, 1, -1]) onDay(left);
  expect(told(mails)).toEqual(EVERY_STAGE);
});

test("what RMS tells after a mistyped date is mailed in full", () => {
  const { shop, onDay, mails } = connected({ tells: false, typed: "2026-11-23" });
  onDay(89);
  expect(told(mails.splice(0))).toEqual(["切れました"]);
  shop.enable("license.expiryDate.get");
  for (const left of [14, 7, 3, 1, -1]) onDay(left);
  expect(told(mails)).toEqual(EVERY_STAGE);
});

test("a date that is typed again brings no second mail", () => {
  const { platform, onDay, mails } = connected({ tells: false, typed: "2027-02-21" });
  for (const licenceExpiry of ["2027-02-21", "2027-05-21", null, "2027-02-21"]) {
    saveSettings(platform, { settings: { licenceExpiry } });
    onDay(3);
  }
  expect(told(mails)).toEqual(["あと3日"]);
});

test("a new service secret makes no new licence: what was mailed stays mailed", () => {
  const { platform, shop, onDay, step, mails } = connected();
  onDay(5);
  const secret = { ...SANDBOX_KEYS, serviceSecret: "SP000000_renewed" };
  shop.changeKeys(secret, { pendingMinutes: 0 });
  saveSettings(platform, { keys: secret });
  shop.expireAt(new Date("2027-02-21T23:59:59+09:00"));
  step();
  expect(mails).toHaveLength(1);
});

test("a mail that Google does not send is sent later, and no job fails for it", () => {
  const { onDay, step, clock, mails, mailbox } = connected();
  mailbox.full = true;
  expect(onDay(7)).toMatchObject({ row: { state: "更新が必要" } });
  mailbox.full = false;
  clock.forward(3_600_000);
  step();
  step();
  expect(mails).toHaveLength(1);
});

test("a run that dies right after it mailed does not make the next one mail again", () => {
  const { platform, onDay, step, mails } = connected();
  const send = platform.mail;
  let left: [string, string][] = [];
  Object.assign(platform, {
    mail(subject: string, body: string) {
      send(subject, body);
      left = [...platform.shared.values];
    },
  });
  onDay(7);
  platform.shared.values.clear();
  for (const [name, value] of left) platform.shared.values.set(name, value);
  step();
  expect(mails).toHaveLength(1);
});

test("what RMS says outweighs what was typed, also after RMS stops telling", () => {
  const { shop, clock, step } = connected({ typed: "2026-12-01" });
  expect(step().row.detail).toContain("2027/02/21まで");
  shop.disable("license.expiryDate.get");
  clock.forward(DAY);
  expect(step().row.detail).toContain("2027/02/21まで");
});

test("where nobody knows, the dashboard says how to make it known", () => {
  expect(connected({ tells: false }).step()).toMatchObject({
    row: { state: "不明", detail: expect.stringContaining("license.expiryDate.get") },
    warning: "",
  });
});

test("staff, whose execution has no keys, ask nothing and see how the operator's key stands", () => {
  const { platform, client, onDay, sent, mails } = connected();
  onDay(3);
  const before = [sent.length, mails.length, ...platform.shared.values];
  const staff = { ...platform, own: memoryProperties(), who: "staff@example.com" };
  watchLicence(staff, client(), platform.clock.now());
  expect([sent.length, mails.length, ...platform.shared.values]).toEqual(before);
  expect(licenceRow(staff, platform.clock.now())).toMatchObject({ state: "更新が必要" });
});

test("neither the mail nor what is remembered holds a part of a key", () => {
  const { platform, onDay, mails } = connected();
  for (const left of [14, 7, 3, 1, -1]) onDay(left);
  const text = JSON.stringify([mails, [...platform.shared.values]]);
  for (const part of ["SP000000", "SL000000", "sandboxSecret", "sandboxLicense", "ense"])
    expect(text).not.toContain(part);
});
