import type { HostClock } from "../clock.ts";
import type { Limits } from "../served/quotas.ts";
import type { Services } from "../services.ts";
import type { Execution } from "./execution.ts";
import type { Gate, ServiceCall } from "./gate.ts";
import type { Load, Start } from "./protocol.ts";
import { authModeOf, eventOf, type RunRequest, refusalOf } from "./request.ts";
import { RunningExecution, type Surroundings } from "./running.ts";
import { createSlots } from "./slots.ts";
import { type Thread, takeThread } from "./thread-pool.ts";

/** What all executions of a host have in common. */
export interface RunSetting {
  readonly clock: HostClock;
  readonly gate: Gate;
  readonly latency: (call: ServiceCall) => number;
  readonly spinLimit: number;
  readonly limits: Limits;
  readonly services: Services;
  readonly load: Load;
  readonly spreadsheetId: string;
  readonly seed: number | undefined;
}

/** The executions of one host. */
export interface Runs {
  /** Rejects only for a fault of the workbench itself, never for what the script does. */
  run(request: RunRequest): Promise<Execution>;
  onExecution(listener: (execution: Execution) => void): () => void;
  /** Stops whatever still runs. */
  stop(): Promise<void>;
}

export function createRuns(setting: RunSetting): Runs {
  const { services, limits, load } = setting;
  const surroundings = surroundingsOf(setting);
  const slots = createSlots(limits.simultaneousRuns);
  const running = new Set<RunningExecution>();
  const listeners = new Set<(execution: Execution) => void>();
  let started = 0;

  function begun(request: RunRequest): RunningExecution {
    const own = [...running].filter(({ user }) => user === request.user).length;
    const refused = refusalOf(request, own, services, limits);
    const start = startOf(refused === undefined ? request : { ...request, args: [] }, started, setting);
    const execution = new RunningExecution(`e${++started}`, start, request, timeOf(request, limits), surroundings);
    running.add(execution);
    if (refused !== undefined) execution.refuse(refused);
    else {
      const begin = (thread: Thread) => execution.begin(thread, load);
      takeThread().then(begin, (fault) => execution.fail(fault));
    }
    return execution;
  }

  async function execute(request: RunRequest): Promise<Execution> {
    const execution = begun(request);
    const ended = await execution.finished.finally(() => running.delete(execution));
    if (request.source === "trigger") services.quotas.add(request.user, "triggers", ended.milliseconds);
    for (const listener of listeners) listener(ended);
    return ended;
  }

  return {
    /** A page's calls beyond ten wait for their turn, as in the browser. */
    async run(request) {
      if (request.source !== "run") return execute(request);
      await slots.enter(request.user);
      return execute(request).finally(() => slots.leave(request.user));
    },
    onExecution(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => void (await Promise.all([...running].map((execution) => execution.stop()))),
  };
}

function surroundingsOf({ clock, gate, latency, spinLimit, services }: RunSetting): Surroundings {
  let working = 0;
  return {
    clock,
    gate,
    latency,
    spinLimit,
    handlers: services.handlers,
    working(change) {
      working += change;
      gate.working?.(working);
    },
    ended: (execution) => services.locks.releaseAll(execution),
  };
}

function timeOf({ source }: RunRequest, limits: Limits): number {
  const simple = source === "open" || source === "edit";
  return simple ? limits.simpleTriggerMilliseconds : limits.executionMilliseconds;
}

function startOf(request: RunRequest, serial: number, setting: RunSetting): Start {
  const { clock, services, load, spreadsheetId, seed } = setting;
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
    spreadsheetId,
    scriptId: services.scriptId,
    bundle: load.bundle,
    now: clock.now().getTime(),
    virtual: clock.virtual,
    seed: seed === undefined ? undefined : seed + serial,
  };
}
