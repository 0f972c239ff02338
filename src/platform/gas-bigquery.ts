import { BigQueryFailure, type BigQuery as BigQueryPort, NOT_ENABLED } from "./ports.ts";

/** The advanced service reports a failure as an exception; `details.code` is the HTTP status where there was an answer. */
interface ApiException {
  readonly message?: string;
  readonly details?: { readonly code?: number };
}

const PREFIX = /^API call to bigquery\.\S+ failed with error: /;

export function gasBigQuery(project: string): BigQueryPort {
  return {
    dataset: (id) => attempt(({ Datasets }) => Datasets.get(project, id)),
    makeDataset: (dataset) => {
      attempt(({ Datasets }) => Datasets.insert(dataset, project));
    },
    table: (dataset, id) => attempt(({ Tables }) => Tables.get(project, dataset, id)),
    makeTable: (dataset, table) => {
      attempt(({ Tables }) => Tables.insert(table, project, dataset));
    },
    changeTable: (dataset, id, change) => {
      attempt(({ Tables }) => Tables.patch(change, project, dataset, id));
    },
    load: (job, lines) => {
      attempt(({ Jobs }) => Jobs.insert(job, project, Utilities.newBlob(lines, "application/octet-stream")));
    },
    job: (id, location) => attempt(({ Jobs }) => Jobs.get(project, id, { location })),
    query: (request) => attempt(({ Jobs }) => Jobs.query(request, project)),
    rest: (job, page) => attempt(({ Jobs }) => Jobs.getQueryResults(project, job, { ...page })),
  };
}

function attempt<Reply>(call: (service: GoogleAppsScript.BigQuery) => Reply): Reply {
  // A manifest without the service leaves the name undeclared.
  if (typeof BigQuery === "undefined") throw new BigQueryFailure(NOT_ENABLED, "the advanced service is not enabled");
  try {
    return call(BigQuery);
  } catch (error) {
    const { message: told = "", details } = error as ApiException;
    throw new BigQueryFailure(details?.code ?? statusOf(told), told.replace(PREFIX, ""));
  }
}

/** Where Google leaves out the status, its usual texts tell; anything else is taken as an unknown outcome. */
function statusOf(message: string): number | undefined {
  if (
    /insufficient authentication scopes|permissions are not sufficient|permission to call|Access Denied/i.test(message)
  )
    return 403;
  if (/Already Exists/.test(message)) return 409;
  return /Not found/.test(message) ? 404 : undefined;
}
