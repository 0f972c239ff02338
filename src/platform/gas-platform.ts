import { gasBigQuery } from "./gas-bigquery.ts";
import { gasHttp } from "./gas-http.ts";
import { gasPace } from "./gas-pace.ts";
import { gasElsewhere, gasSheets } from "./gas-sheets.ts";
import { gasTriggers } from "./gas-triggers.ts";
import type { Platform, Properties, Screen } from "./ports.ts";

/** Everything the core needs, from Apps Script, for somebody who sits before the screen. */
export const gasPlatform = (): Platform => platformOf(SpreadsheetApp.getActiveSpreadsheet().getId());

/** What everybody shares; nothing is asked of Google before it is used. */
export const gasShared = (): Properties => properties(PropertiesService.getDocumentProperties());

/** Where the spreadsheet and the person are known, Google is asked for neither. */
export function platformOf(spreadsheetId: string, who = Session.getEffectiveUser().getEmail()): Platform {
  const lock = LockService.getDocumentLock();
  return {
    spreadsheetId,
    sheets: gasSheets(spreadsheetId),
    elsewhere: gasElsewhere,
    bigQuery: gasBigQuery,
    http: gasHttp,
    pace: gasPace(spreadsheetId),
    clock: { now: () => new Date(), sleep: (milliseconds) => Utilities.sleep(Math.ceil(milliseconds)) },
    lock: { take: () => lock.tryLock(0), release: () => lock.releaseLock() },
    triggers: gasTriggers,
    screen: gasScreen,
    own: properties(PropertiesService.getUserProperties()),
    shared: gasShared(),
    who,
    owner: () => SpreadsheetApp.getActiveSpreadsheet().getOwner()?.getEmail(),
    mail: (subject, body) => MailApp.sendEmail(Session.getEffectiveUser().getEmail(), subject, body),
    mailsLeft: () => MailApp.getRemainingDailyQuota(),
    random: Math.random,
    base64: (text) => Utilities.base64Encode(text, Utilities.Charset.UTF_8),
    report: (error) =>
      console.error(nameless(error instanceof Error ? `${error.name}: ${error.message}` : String(error))),
  };
}

/** What people are told names whom to ask, and Google's errors name accounts; the log is for strangers. */
const nameless = (text: string): string => text.replace(/[\w.+-]+@[\w.-]+/g, "***");

const gasScreen: Screen = {
  toast: (message, title) => SpreadsheetApp.getActiveSpreadsheet().toast(message, title, 8),
  alert: (title, message) => {
    const ui = SpreadsheetApp.getUi();
    ui.alert(title, message, ui.ButtonSet.OK);
  },
  ask: (title, message) => {
    const ui = SpreadsheetApp.getUi();
    const reply = ui.prompt(title, message, ui.ButtonSet.OK_CANCEL);
    return reply.getSelectedButton() === ui.Button.OK ? reply.getResponseText() : undefined;
  },
  confirm: (title, message) => {
    const ui = SpreadsheetApp.getUi();
    return ui.alert(title, message, ui.ButtonSet.YES_NO) === ui.Button.YES;
  },
  bringToFront: (name, index) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
    sheet?.activate();
    if (index !== undefined) sheet?.getRange(index + 1, 1).activate();
  },
  selected: () => {
    const cell = SpreadsheetApp.getCurrentCell();
    return cell === null ? undefined : { sheet: cell.getSheet().getName(), index: cell.getRow() - 1 };
  },
};

const properties = (store: GoogleAppsScript.Properties.Properties): Properties => ({
  get: (name) => store.getProperty(name) ?? undefined,
  set: (name, value) => {
    store.setProperty(name, value);
  },
  remove: (name) => {
    store.deleteProperty(name);
  },
  all: () => store.getProperties(),
});
