import type { AuthMode } from "./protocol.ts";

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

const document = [scope("spreadsheets.currentonly"), scope("spreadsheets")];
const containerUi = [scope("script.container.ui")];
const scriptApp = [scope("script.scriptapp")];
const request = [scope("script.external_request")];
const email = [scope("userinfo.email")];
const mail = [scope("script.send_mail")];

/** Any one of the scopes is enough. From the "Authorization" section of each method in Google's reference. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  "SpreadsheetApp.getActiveSpreadsheet": document,
  "SpreadsheetApp.getActive": document,
  "SpreadsheetApp.getActiveSheet": document,
  "SpreadsheetApp.getCurrentCell": document,
  "Ui.showSidebar": containerUi,
  "Ui.showModalDialog": containerUi,
  "Ui.showModelessDialog": containerUi,
  "ScriptApp.newTrigger": scriptApp,
  "ScriptApp.getProjectTriggers": scriptApp,
  "ScriptApp.deleteTrigger": scriptApp,
  "UrlFetchApp.fetch": request,
  "UrlFetchApp.fetchAll": request,
  "Session.getActiveUser": email,
  "Session.getEffectiveUser": email,
  "MailApp.sendEmail": mail,
  "MailApp.getRemainingDailyQuota": mail,
};

/** Of the advanced services, whatever the method. */
const advanced: Readonly<Record<string, readonly string[]>> = {
  Sheets: [scope("drive"), scope("drive.file"), scope("spreadsheets")],
  BigQuery: [scope("bigquery"), scope("cloud-platform")],
};

/** Needs no consent, but reaches the document or its data: closed to an add-on that is not enabled here. */
const documentData =
  /^(PropertiesService|CacheService|LockService|Ui\.(alert|prompt)|SpreadsheetApp\.(flush|getActive|getCurrentCell))/;
const openDocument = /^SpreadsheetApp\./;

/** The scopes of which a call ("Ui.showSidebar") needs one; empty where it needs none. */
export const scopesFor = (name: string): readonly string[] =>
  advanced[name.slice(0, name.indexOf("."))] ?? scopesOf[name] ?? [];

/** Google's refusal when a service may not be called in this mode or with these scopes; undefined when it may. */
export function refusal(name: string, mode: AuthMode, granted: readonly string[] | undefined): string | undefined {
  const needed = scopesFor(name);
  const listed = needed.length > 1 ? `(${needed.join(" || ")})` : needed.join("");
  const required = needed.length === 0 ? "" : `. Required permissions: ${listed}`;
  if (mode === "NONE" && (needed.length > 0 || documentData.test(name))) {
    return `You do not have permission to call ${name}${required}`;
  }
  if (mode === "LIMITED" && needed.length > 0 && !openDocument.test(name)) {
    return `You do not have permission to call ${name}${required}`;
  }
  if (granted === undefined || needed.length === 0 || needed.some((each) => granted.includes(each))) return undefined;
  return `Specified permissions are not sufficient to call ${name}${required}`;
}
