import type { SheetsEngine } from "../sheets/engine.ts";
import { type Bundle, loadOf } from "./bundle.ts";
import type { HostClock } from "./clock.ts";
import type { Execution } from "./execution/execution.ts";
import { type Gate, openGate, type ServiceCall } from "./execution/gate.ts";
import type { AuthMode, Edit, Event, Source, Start } from "./execution/protocol.ts";
import { RunningExecution } from "./execution/running.ts";
import { createSlots } from "./execution/slots.ts";
import { type Thread, takeThread } from "./execution/thread-pool.ts";
import { createFiring } from "./firing.ts";
import { setProcessZone } from "./process-zone.ts";
import type { Mail } from "./served/mail.ts";
import { consumerLimits, type Limits } from "./served/quotas.ts";
import type { TriggerRecord } from "./served/triggers.ts";
import { createServices, type Services } from "./services.ts";
import type { HostStore } from "./store.ts";
import type { Transport } from "./transport.ts";
import { type Menu, recordingUi, type Ui } from "./ui.ts";
import { unsendable } from "./unsendable.ts";

export interface HostOptions {
  readonly bundle: Bundle;
  readonly sheets: SheetsEngine;
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

export interface RunRequest {
  readonly fn: string;
  readonly args?: readonly unknown[];
  readonly user: string;
  readonly source: Source;
  /** What a trigger's function is handed, in place of `args`. */
  readonly event?: Event;
}

export interface Host {
  /** Runs a function to its end. Rejects only for a fault of the workbench itself, never for what the script does. */
  run(request: RunRequest): Promise<Execution>;
  /** Opens the document: runs `onOpen` as this user and the installed triggers; gives the menus that stand then. */
  open(user: string): Promise<readonly Menu[]>;
  /** A person has edited cells: `onEdit` as that person, installed triggers as their owners. */
  edited(user: string, edit: Edit): Promise<readonly Execution[]>;
  /** A person has changed the document's structure or formats ("INSERT_ROW", "FORMAT", ...). */
  changed(user: string, changeType: string): Promise<readonly Execution[]>;
  menus(user: string): readonly Menu[];
  triggers(): readonly TriggerRecord[];
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
  const { clock, gate = openGate, spinLimit = SPIN_LIMIT, latency = () => 0 } = options;
  const limits = { ...consumerLimits, ...options.limits };
  setProcessZone(options.bundle.manifest.timeZone);
  const firing = createFiring(
    clock,
    () => services.triggers,
    ({ fn, owner, due, id }) =>
      run({ fn, user: owner, source: "trigger", event: { kind: "clock", at: due, triggerUid: id } }),
  );
  const ui = options.ui ?? recordingUi();
  const services = createServices({ ...options, limits, ui, triggersChanged: () => firing.reschedule() });
  const load = loadOf(options.bundle);
  const slots = createSlots(limits.simultaneousRuns);
  const running = new Set<RunningExecution>();
  const listeners = new Set<(execution: Execution) => void>();
  let started = 0;
  let working = 0;
  firing.reschedule();

  const surroundings = {
    clock,
    gate,
    latency,
    spinLimit,
    handlers: services.handlers,
    working(change: 1 | -1) {
      working += change;
      gate.working?.(working);
    },
    ended: (execution: string) => services.locks.releaseAll(execution),
  };

  function startOf(request: RunRequest): Start {
    const authMode = authModeOf(request.source, services);
    if (authMode === "FULL") services.enable();
    return {
      kind: "start",
      fn: request.fn,
      user: request.user,
      source: request.source,
      authMode,
      args: JSON.stringify(request.args ?? []),
      event: request.event ?? eventOf(request),
      spreadsheetId: options.spreadsheetId,
      scriptId: services.scriptId,
      bundle: load.bundle,
      now: clock.now().getTime(),
      virtual: clock.virtual,
      seed: options.seed === undefined ? undefined : options.seed + started,
    };
  }

  /** Google's text when the execution may not even begin. */
  function refusal({ fn, args, source, user }: RunRequest): string | undefined {
    if (source === "run" && /[.]|_$/.test(fn)) return `google.script.run.${fn} is not a function`;
    if (source === "run") return unsendable(args ?? []);
    if (source === "trigger" && services.quotas.used(user, "triggers") >= limits.triggerMillisecondsPerDay) {
      return "Service using too much computer time for one day.";
    }
    const own = [...running].filter((execution) => execution.user === user);
    if (own.length < limits.simultaneousExecutions) return undefined;
    return "There are too many scripts running simultaneously for this Google user account.";
  }

  async function execute(request: RunRequest): Promise<Execution> {
    const refused = refusal(request);
    const start = startOf(refused === undefined ? request : { ...request, args: [] });
    const simple = request.source === "open" || request.source === "edit";
    const time = simple ? limits.simpleTriggerMilliseconds : limits.executionMilliseconds;
    const execution = new RunningExecution(`e${++started}`, start, time, surroundings);
    running.add(execution);
    if (refused !== undefined) execution.refuse(refused);
    else {
      const begin = (thread: Thread) => execution.begin(thread, load);
      takeThread().then(begin, (fault) => execution.fail(fault));
    }
    const ended = await execution.finished.finally(() => running.delete(execution));
    if (request.source === "trigger") services.quotas.add(request.user, "triggers", ended.milliseconds);
    for (const listener of listeners) listener(ended);
    return ended;
  }

  /** A page's calls beyond ten wait for their turn, as in the browser. */
  async function run(request: RunRequest): Promise<Execution> {
    if (request.source !== "run") return execute(request);
    await slots.enter(request.user);
    return execute(request).finally(() => slots.leave(request.user));
  }

  const installed = (kind: "open" | "edit" | "change", event: (triggerUid: string) => Event) =>
    services.triggers
      .of(kind)
      .map(({ id, fn, owner }) => run({ fn, user: owner, source: "trigger", event: event(id) }));

  return {
    run,
    async open(user) {
      await Promise.all([
        run({ fn: "onOpen", user, source: "open" }),
        ...installed("open", (triggerUid) => ({ kind: "open", by: user, triggerUid })),
      ]);
      return services.menus(user);
    },
    edited: (user, edit) =>
      Promise.all([
        // Not where an add-on has never been used.
        ...(services.enabled()
          ? [run({ fn: "onEdit", user, source: "edit", event: { kind: "edit", by: user, edit } })]
          : []),
        ...installed("edit", (triggerUid) => ({ kind: "edit", by: user, edit, triggerUid })),
        ...installed("change", (triggerUid) => ({ kind: "change", by: user, changeType: "EDIT", triggerUid })),
      ]),
    changed: (user, changeType) =>
      Promise.all(installed("change", (triggerUid) => ({ kind: "change", by: user, changeType, triggerUid }))),
    menus: services.menus,
    triggers: () => services.triggers.all(),
    advance: firing.advance,
    mail: () => services.mail,
    userProperties: (user) => services.properties(`user:${user}`),
    scriptProperties: () => services.properties("script"),
    documentProperties: () => services.properties(`document:${options.spreadsheetId}`),
    locks: () => services.locks.held(),
    onExecution(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      firing.stop();
      await Promise.all([...running].map((execution) => execution.stop()));
      services.save();
    },
  };
}

/** Which services the function may use (concepts/editor-auth-lifecycle). */
function authModeOf(source: Source, services: Services): AuthMode {
  if (source !== "open" && source !== "edit") return "FULL";
  return services.enabled() ? "LIMITED" : "NONE";
}

const eventOf = ({ source, user }: RunRequest): Event =>
  source === "open" || source === "install" ? { kind: source, by: user } : { kind: "none" };
