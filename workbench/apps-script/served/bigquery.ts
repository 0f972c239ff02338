import type { BigQueryEngine, Methods } from "../../bigquery/engine.ts";
import { BigQueryFailure } from "../../bigquery/failure.ts";
import { apiFailure } from "../execution/gate.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

/** The advanced service `BigQuery`: each method is one REST call of the BigQuery API as the executing user. */
export function bigQueryHandlers({ methods }: Pick<BigQueryEngine, "methods">): Handlers {
  const endpoint =
    <Name extends keyof Methods>(name: Name) =>
    ({ user }: Caller, ...args: readonly unknown[]) =>
      refusing(name, () => (methods[name] as (user: string, ...args: unknown[]) => Promise<unknown>)(user, ...args));
  const insert = endpoint("jobs.insert");

  return {
    "BigQuery.Datasets.get": endpoint("datasets.get"),
    "BigQuery.Datasets.insert": endpoint("datasets.insert"),
    "BigQuery.Tables.get": endpoint("tables.get"),
    "BigQuery.Tables.insert": endpoint("tables.insert"),
    "BigQuery.Tables.patch": endpoint("tables.patch"),
    "BigQuery.Jobs.insert": (caller, job: unknown, project: string, [file]: readonly Uint8Array[] = []) =>
      insert(caller, job, project, new TextDecoder("utf-8", { ignoreBOM: true }).decode(file)),
    "BigQuery.Jobs.get": endpoint("jobs.get"),
    "BigQuery.Jobs.query": endpoint("jobs.query"),
    "BigQuery.Jobs.getQueryResults": endpoint("jobs.getQueryResults"),
  };
}

async function refusing<Reply>(name: string, call: () => Promise<Reply>): Promise<Reply> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof BigQueryFailure) throw new Refused(apiFailure("bigquery", name, error.code, error.message));
    throw error;
  }
}
