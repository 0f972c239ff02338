import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { guillotine, momentsOf } from "../../support/guillotine.ts";
import { breaksKeys, mails, posts, SLACK_WEBHOOK, setsWebhook } from "../../support/notices.ts";

/** The next run is the one that tells of two failures. */
async function aboutToTell(gate: Gate): Promise<Desk> {
  const desk = await openDesk({ gate });
  await setsWebhook(desk, SLACK_WEBHOOK);
  breaksKeys(desk);
  await desk.importShipments();
  return desk;
}

const calls = await aboutToTell(openGate).then(async (desk) => {
  const run = await desk.run("importShipments");
  await desk.close();
  return run.calls.map(({ name }) => name);
});

/** A message counts as sent from the note before it until it is: who dies in between tells nobody, rather than somebody twice. */
const lostIn = (message: string) => {
  const sending = calls.lastIndexOf(message);
  const noted = calls.lastIndexOf("Properties.setProperty", sending);
  return ({ index, after }: { readonly index: number; readonly after: boolean }): boolean =>
    (after ? index : index - 0.5) >= noted && (after ? index + 0.5 : index) <= sending;
};
const isMailLost = lostIn("MailApp.sendEmail");
const isPostLost = lostIn("UrlFetchApp.fetch");

/** Only what comes after the run's own commit tells anybody. */
const moments = momentsOf(calls).filter(
  ({ index, when }) =>
    index >= calls.indexOf("Sheets.Spreadsheets.batchUpdate") && /setProperty|MailApp|UrlFetch|batchUpdate/.test(when),
);

test("the run before which nobody was told tells by mail and in the room", () => {
  expect(calls.filter((name) => name === "MailApp.sendEmail")).toHaveLength(1);
  expect(moments.length).toBeGreaterThan(10);
});

test.each(moments)(
  "killed $when, it tells nobody twice, and later whoever it had not begun to tell",
  async (moment) => {
    const { gate, arm, disarm } = guillotine();
    const desk = await aboutToTell(gate);
    arm(moment.index, moment.after);
    const killed = await desk.run("importShipments");
    disarm();
    expect(killed.outcome).toBe("killed");
    for (let run = 0; run < 3; run++) {
      await desk.passes(61);
      await desk.importShipments();
    }
    expect({ mails: mails(desk).length, posts: posts(desk).length }).toEqual({
      mails: isMailLost(moment) ? 0 : 1,
      posts: isPostLost(moment) ? 0 : 1,
    });
    await desk.close();
  },
);
