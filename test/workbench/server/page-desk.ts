/** The page's server over real Sheets, with a script of a few lines in a real host; no browser. */
import { realClock } from "../../../workbench/apps-script/clock.ts";
import { createHost } from "../../../workbench/apps-script/host.ts";
import { directTransport } from "../../../workbench/apps-script/transport.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { createEventHub } from "../../../workbench/server/event-hub.ts";
import { pageApp } from "../../../workbench/server/page-app.ts";
import type { PageEvent } from "../../../workbench/server/page-event.ts";
import { createPageUi } from "../../../workbench/server/page-ui.ts";
import { createQuestions } from "../../../workbench/server/questions.ts";
import { createScriptRuns } from "../../../workbench/server/script-runs.ts";
import { createSheetsEngine } from "../../../workbench/sheets/engine.ts";

export { OPERATOR, STAFF } from "../../../workbench/people.ts";

const script = `
function onOpen() { SpreadsheetApp.getUi().createMenu("API連携登録").addItem("確認", "confirm").addToUi(); }
function confirm() {
  const ui = SpreadsheetApp.getUi();
  const button = ui.alert("確認", "送信しますか", ui.ButtonSet.YES_NO);
  SpreadsheetApp.getActive().toast(String(button), "答え");
}
function echo(value) { return value; }
function hidden_() { return "hidden"; }
function where() { return SpreadsheetApp.getCurrentCell().getA1Notation(); }
function fail() { throw new Error("鍵がありません。"); }
`;

const files = new Map([["index.html", new TextEncoder().encode("<!doctype html>")]]);

export function openPageDesk() {
  const sheets = createSheetsEngine();
  const made = sheets.handle({ method: "POST", path: "/v4/spreadsheets", body: {}, user: OPERATOR });
  const { spreadsheetId } = made.body as { spreadsheetId: string };
  sheets.share(spreadsheetId, STAFF, "writer");
  const hub = createEventHub();
  const questions = createQuestions(hub);
  const runs = createScriptRuns(hub);
  const host = createHost({
    bundle: { code: script, html: {}, manifest: { timeZone: "Asia/Tokyo", runtimeVersion: "V8" } },
    sheets,
    spreadsheetId,
    fetch: directTransport({}),
    clock: realClock(),
    ui: createPageUi(hub, questions),
  });
  const people = [OPERATOR, STAFF].map((email) => ({ email, name: email }));
  const app = pageApp({ workbench: { sheets, host, spreadsheetId, people }, hub, questions, runs, files });
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(`http://127.0.0.1:8080${path}`, { ...init, headers: { host: "127.0.0.1:8080", ...init.headers } });
  return {
    app,
    spreadsheetId,
    questions,
    request,
    post: (path: string, body: unknown, user = OPERATOR) =>
      request(path, { method: "POST", body: JSON.stringify(body), headers: { "x-workbench-user": user } }),
    /** What this person's page would hear from now on. */
    hear(user: string): PageEvent[] {
      const events: PageEvent[] = [];
      hub.subscribe(user, (event) => void events.push(event));
      return events;
    },
    [Symbol.asyncDispose]: () => host.close(),
  };
}
