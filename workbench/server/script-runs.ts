/** Runs what a person started on the page, and lets all their pages see that it runs and how it failed. */
import { randomUUID } from "node:crypto";
import type { EventHub } from "./event-hub.ts";
import type { Outcome } from "./page-event.ts";
import type { PageWorkbench } from "./page-workbench.ts";

export interface RunRequest {
  readonly fn: string;
  readonly args?: unknown[];
  readonly user: string;
  readonly source: "menu" | "run" | "open";
}

/** A panel hears of its own failures and shows them itself. */
const failureOf = ({ source }: RunRequest, { outcome, error }: Outcome): { failure?: string } =>
  outcome === "completed" || source === "run" ? {} : { failure: error?.message ?? outcome };

export async function runForPage(host: PageWorkbench["host"], hub: EventHub, request: RunRequest): Promise<Outcome> {
  const id = randomUUID();
  hub.publish({ type: "started", id }, request.user);
  const ended = await host
    .run(request)
    .catch((cause: unknown): Outcome => ({ outcome: "failed", error: { name: "Error", message: String(cause) } }));
  hub.publish({ type: "ended", id, ...failureOf(request, ended) }, request.user);
  const { outcome, value, error } = ended;
  return { outcome, value, ...(error === undefined ? {} : { error: { name: error.name, message: error.message } }) };
}
