import type { Failure, Load } from "../execution/protocol.ts";
import { type Bridge, bridge, connect, type Ending, type Realm } from "./bridge.ts";
import { exception } from "./call.ts";
import { eventOf } from "./events.ts";
import { BigQuery } from "./services/bigquery.ts";
import { CacheService } from "./services/cache-service.ts";
import { console, Logger } from "./services/console.ts";
import { HtmlService } from "./services/html-service.ts";
import { LockService } from "./services/lock-service.ts";
import { MailApp } from "./services/mail-app.ts";
import { PropertiesService } from "./services/properties-service.ts";
import { ScriptApp } from "./services/script-app.ts";
import { Session } from "./services/session.ts";
import { Sheets } from "./services/sheets.ts";
import { SpreadsheetApp } from "./services/spreadsheet-app.ts";
import { UrlFetchApp } from "./services/url-fetch-app.ts";
import { Utilities } from "./services/utilities.ts";
import { installClock, installRandom } from "./time.ts";
import { transferable } from "./transfer.ts";

/** Gives a bare context exactly the globals that Apps Script has. */
export function install(to: Bridge): Realm {
  connect(to);
  installClock();
  installRandom(to.start.seed);
  const services = {
    CacheService,
    HtmlService,
    LockService,
    Logger,
    MailApp,
    PropertiesService,
    ScriptApp,
    Session,
    SpreadsheetApp,
    UrlFetchApp,
    Utilities,
    console,
    ...advancedServices(to.load),
  };
  // `console` exists in every V8 context, bound to the inspector.
  Object.defineProperties(
    globalThis,
    Object.fromEntries(
      Object.entries(services).map(([name, value]) => [name, { value, writable: true, configurable: true }]),
    ),
  );
  return { invoke, failure };
}

/** What the manifest enables, by the names that it gives. */
function advancedServices({ advanced }: Load): Record<string, object> {
  const known = { sheets: Sheets, bigquery: BigQuery };
  return Object.fromEntries(
    Object.entries(known).flatMap(([id, service]) => (advanced[id] === undefined ? [] : [[advanced[id], service]])),
  );
}

function invoke(fn: unknown): () => Ending {
  const { start } = bridge;
  if (typeof fn !== "function") {
    // A simple trigger that the script does not have is simply not run.
    if (start.source === "open" || start.source === "edit") return () => ({});
    throw exception(`Script function not found: ${start.fn}`);
  }
  const event = eventOf(start.event);
  const result: unknown = fn(...(event === undefined ? (JSON.parse(start.args) as unknown[]) : [event]));
  if (!(result instanceof Promise)) return () => ({ value: transferable(result) });
  let ending: Ending = {};
  result.then(
    (value) => {
      ending = { value: transferable(value) };
    },
    (error) => {
      ending = { error: failure(error) };
    },
  );
  return () => ending;
}

const workbenchFrame = /(^ {4}at |\()(apps-script|node:|\[worker eval\]|evalmachine)/;

/** The error as Google reports it: no frames of the workbench in its stack. */
function failure(error: unknown): Failure {
  // Not `instanceof`: a syntax error comes from outside this realm.
  if (typeof error !== "object" || error === null || !("stack" in error)) {
    return { name: "Error", message: String(error), stack: "" };
  }
  const { name, message, stack } = error as Error;
  const frames = String(stack)
    .split("\n")
    .filter((line) => !workbenchFrame.test(line));
  return { name, message, stack: frames.join("\n") };
}
