import type { SheetsEngine } from "../../sheets/engine.ts";
import type { HostClock } from "../clock.ts";
import { sheetsFailure } from "../execution/gate.ts";
import type { Limits, Quotas } from "./quotas.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

type Query = Readonly<Record<string, unknown>>;

interface Service {
  readonly engine: SheetsEngine;
  readonly clock: HostClock;
  readonly quotas: Quotas;
  readonly limits: Limits;
}

const MINUTE = 60_000;
const root = "/v4/spreadsheets";
const spreadsheet = (id: string) => `${root}/${encodeURIComponent(id)}`;
const values = (id: string, range = "") => `${spreadsheet(id)}/values${range && `/${encodeURIComponent(range)}`}`;

/** The advanced service `Sheets`: each method is one REST call of the Sheets API as the executing user. */
export function sheetsHandlers(service: Service): Handlers {
  const endpoint =
    <Args extends readonly unknown[]>(name: string, request: (...args: Args) => Request) =>
    (caller: Caller, ...args: Args) =>
      call(service, caller, name, request(...args));

  return {
    "Sheets.Spreadsheets.get": endpoint("spreadsheets.get", (id: string, query: Query) => read(spreadsheet(id), query)),
    "Sheets.Spreadsheets.create": endpoint("spreadsheets.create", (body: unknown) => write("POST", root, body)),
    "Sheets.Spreadsheets.batchUpdate": endpoint("spreadsheets.batchUpdate", (body: unknown, id: string) =>
      write("POST", `${spreadsheet(id)}:batchUpdate`, body),
    ),
    "Sheets.Spreadsheets.Values.get": endpoint("spreadsheets.values.get", (id: string, range: string, query: Query) =>
      read(values(id, range), query),
    ),
    "Sheets.Spreadsheets.Values.batchGet": endpoint("spreadsheets.values.batchGet", (id: string, query: Query) =>
      read(`${values(id)}:batchGet`, query),
    ),
    "Sheets.Spreadsheets.Values.update": endpoint(
      "spreadsheets.values.update",
      (body: unknown, id: string, range: string, query: Query) => write("PUT", values(id, range), body, query),
    ),
    "Sheets.Spreadsheets.Values.batchUpdate": endpoint("spreadsheets.values.batchUpdate", (body: unknown, id: string) =>
      write("POST", `${values(id)}:batchUpdate`, body),
    ),
    "Sheets.Spreadsheets.Values.append": endpoint(
      "spreadsheets.values.append",
      (body: unknown, id: string, range: string, query: Query) =>
        write("POST", `${values(id, range)}:append`, body, query),
    ),
    "Sheets.Spreadsheets.Values.clear": endpoint(
      "spreadsheets.values.clear",
      (body: unknown, id: string, range: string) => write("POST", `${values(id, range)}:clear`, body),
    ),
    "Sheets.Spreadsheets.Values.batchClear": endpoint("spreadsheets.values.batchClear", (body: unknown, id: string) =>
      write("POST", `${values(id)}:batchClear`, body),
    ),
    "Sheets.Spreadsheets.DeveloperMetadata.get": endpoint(
      "spreadsheets.developerMetadata.get",
      (id: string, metadataId: number) => read(`${spreadsheet(id)}/developerMetadata/${metadataId}`, {}),
    ),
    "Sheets.Spreadsheets.DeveloperMetadata.search": endpoint(
      "spreadsheets.developerMetadata.search",
      (body: unknown, id: string) => ({
        ...write("POST", `${spreadsheet(id)}/developerMetadata:search`, body),
        kind: "read",
      }),
    ),
  };
}

interface Request {
  readonly kind: "read" | "write";
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

const read = (path: string, query: Query): Request => ({ kind: "read", method: "GET", path: withQuery(path, query) });
const write = (method: string, path: string, body: unknown, query: Query = {}): Request => ({
  kind: "write",
  method,
  path: withQuery(path, query),
  body: body ?? {},
});

function withQuery(path: string, query: Query | null): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined) search.append(name, String(each));
    }
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

function call({ engine, quotas, limits }: Service, { user }: Caller, name: string, request: Request): unknown {
  count(quotas, request.kind, user, limits.sheetsPerMinuteAndUser, " per user", name);
  count(quotas, request.kind, "", limits.sheetsPerMinute, "", name);
  const { status, body } = engine.handle({ method: request.method, path: request.path, body: request.body, user });
  if (status < 400) return body;
  const error = (body as { error?: { message?: string } }).error;
  throw new Refused(sheetsFailure(name, status, error?.message ?? `HTTP ${status}`));
}

function count(quotas: Quotas, kind: Request["kind"], user: string, limit: number, per: string, name: string): void {
  const requests = kind === "read" ? "Read requests" : "Write requests";
  if (quotas.used(user, requests, MINUTE) >= limit) {
    const metric = `'${requests}' and limit '${requests} per minute${per}'`;
    const whose = "service 'sheets.googleapis.com' for consumer 'project_number:0'";
    throw new Refused(sheetsFailure(name, 429, `Quota exceeded for quota metric ${metric} of ${whose}.`));
  }
  quotas.add(user, requests, 1, MINUTE);
}
