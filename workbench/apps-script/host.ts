import type { BigQueryEngine } from "../bigquery/engine.ts";
import type { SheetsEngine } from "../sheets/engine.ts";
import { type Bundle, loadOf } from "./bundle.ts";
import type { HostClock } from "./clock.ts";
import { type DocumentEvents, documentEvents } from "./document-events.ts";
import type { Execution } from "./execution/execution.ts";
import { type Gate, openGate, type ServiceCall } from "./execution/gate.ts";
import type { RunRequest } from "./execution/request.ts";
import { createRuns, type Runs } from "./execution/runs.ts";
import { createFiring } from "./firing.ts";
import { setProcessZone } from "./process-zone.ts";
import type { Mail } from "./served/mail.ts";
import { consumerLimits, type Limits } from "./served/quotas.ts";
import type { TriggerRecord } from "./served/triggers.ts";
import { createServices } from "./services.ts";
import type { HostStore } from "./store.ts";
import type { Transport } from "./transport.ts";
import { type Menu, recordingUi, type Ui } from "./ui.ts";

export interface HostOptions {
  readonly bundle: Bundle;
  readonly sheets: SheetsEngine;
  /** Google Cloud's, for scripts whose manifest enables it. */
  readonly bigQuery?: BigQueryEngine;
  readonly spreadsheetId: string;
  readonly fetch: Transport;
  readonly clock: HostClock;
  /** An add-on has one trigger a type, at most hourly, and opens unauthorised until first used. */
  readonly deployment?: "bound" | "add-on";
  /** Properties, cache and triggers live in memory when absent. */
  readonly store?: HostStore;
  readonly ui?: Ui;
  readonly gate?: Gate;
  readonly limits?: Partial<Limits>;
  /** Milliseconds each call takes on the clock; none unless said. See `publishedLatency`. */
  readonly latency?: (call: ServiceCall) => number;
  /** Makes `Math.random`, `Utilities.getUuid` and the minutes of triggers repeatable. */
  readonly seed?: number;
  /** Real milliseconds of computation without a call that count as endless on a virtual clock; 2 minutes unless said. */
  readonly spinLimit?: number;
  readonly scriptId?: string;
}

export interface Host extends DocumentEvents {
  /** Runs a function to its end. Rejects only for a fault of the workbench itself, never for what the script does. */
  run(request: RunRequest): Promise<Execution>;
  menus(user: string): readonly Menu[];
  triggers(): readonly TriggerRecord[];
  /** As Google does where the owner's account is gone or a trigger has failed too often. */
  disableTrigger(id: string): void;
  /** Lets time pass on the clock, firing time-driven triggers as they fall due, and waits for what they started. */
  advance(milliseconds: number): Promise<readonly Execution[]>;
  mail(): readonly Mail[];
  userProperties(user: string): Readonly<Record<string, string>>;
  scriptProperties(): Readonly<Record<string, string>>;
  documentProperties(): Readonly<Record<string, string>>;
  locks(): readonly { readonly lock: string; readonly execution: string }[];
  /** Hears of every execution when it has ended. */
  onExecution(listener: (execution: Execution) => void): () => void;
  /** Stops what still runs and saves; may be called again. */
  close(): Promise<void>;
}

const SPIN_LIMIT = 2 * 60_000;

/** A local Apps Script for one built bundle and one spreadsheet. All state is in this thread. */
export function createHost(options: HostOptions): Host {
  const { clock, bundle, spreadsheetId, seed, gate = openGate, spinLimit = SPIN_LIMIT, latency = () => 0 } = options;
  const limits = { ...consumerLimits, ...options.limits };
  setProcessZone(bundle.manifest.timeZone);
  const firing = createFiring(
    clock,
    () => services.triggers,
    ({ fn, owner, due, id }) =>
      runs.run({ fn, user: owner, source: "trigger", event: { kind: "clock", at: due, triggerUid: id } }),
  );
  const ui = options.ui ?? recordingUi();
  const services = createServices({ ...options, limits, ui, triggersChanged: () => firing.reschedule() });
  const load = loadOf(bundle);
  const runs: Runs = createRuns({ clock, gate, latency, spinLimit, limits, services, load, spreadsheetId, seed });
  firing.reschedule();
  return {
    run: runs.run,
    onExecution: runs.onExecution,
    ...documentEvents(runs, services),
    menus: services.menus,
    triggers: () => services.triggers.all(),
    disableTrigger: (id) => services.triggers.disable(id),
    advance: firing.advance,
    mail: () => services.mail,
    userProperties: (user) => services.properties(`user:${user}`),
    scriptProperties: () => services.properties("script"),
    documentProperties: () => services.properties(`document:${spreadsheetId}`),
    locks: () => services.locks.held(),
    async close() {
      firing.stop();
      await runs.stop();
      services.save();
    },
  };
}
