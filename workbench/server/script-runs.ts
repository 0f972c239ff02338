/** Runs what a person started on the page, and lets all their pages see that it runs and how it failed. */
import { randomUUID } from "node:crypto";
import type { CurrentCell } from "../apps-script/execution/protocol.ts";
import type { EventHub } from "./event-hub.ts";
import type { Outcome } from "./page-event.ts";
import type { PageWorkbench } from "./page-workbench.ts";

export interface RunRequest {
  readonly fn: string;
  readonly args?: unknown[];
  readonly user: string;
  readonly source: "menu" | "run" | "open";
  /** Where the person is in the page from which they start it. */
  readonly currentCell?: CurrentCell;
}

export interface ScriptRuns {
  run(host: PageWorkbench["host"], request: RunRequest): Promise<Outcome>;
  /** The ids of what a person has under way, for a page that comes to it late. */
  underWay(user: string): readonly string[];
}

/** A panel hears of its own failures and shows them itself. */
const failureOf = ({ source }: RunRequest, { outcome, error }: Outcome): { failure?: string } =>
  outcome === "completed" || source === "run" ? {} : { failure: error?.message ?? outcome };

export function createScriptRuns(hub: EventHub): ScriptRuns {
  const running = new Map<string, string>();
  return {
    underWay: (user) => [...running].flatMap(([id, who]) => (who === user ? [id] : [])),
    async run(host, request) {
      const id = randomUUID();
      running.set(id, request.user);
      hub.publish({ type: "started", id }, request.user);
      const ended = await host
        .run(request)
        .catch((cause: unknown): Outcome => ({ outcome: "failed", error: { name: "Error", message: String(cause) } }));
      running.delete(id);
      hub.publish({ type: "ended", id, ...failureOf(request, ended) }, request.user);
      const { outcome, value, error } = ended;
      return {
        outcome,
        value,
        ...(error === undefined ? {} : { error: { name: error.name, message: error.message } }),
      };
    },
  };
}
