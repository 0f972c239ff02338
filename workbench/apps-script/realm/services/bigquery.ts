import { ask, askWithBytes, mismatch } from "../call.ts";
import { service } from "../service.ts";

type Datasets = GoogleAppsScript.BigQuery.Collection.DatasetsCollection;
type Jobs = GoogleAppsScript.BigQuery.Collection.JobsCollection;
type Tables = GoogleAppsScript.BigQuery.Collection.TablesCollection;
type Job = GoogleAppsScript.BigQuery.Schema.Job;

/** Every method is one call of the BigQuery API with the arguments as they are. */
const through =
  (name: string) =>
  <Answer>(...args: readonly unknown[]): Answer =>
    ask<Answer>(`BigQuery.${name}`, ...args);

export const BigQuery = service<GoogleAppsScript.BigQuery>("BigQuery", {
  Datasets: service<Datasets>("BigQuery.Datasets", {
    get: through("Datasets.get"),
    insert: through("Datasets.insert"),
  }),
  Jobs: service<Jobs>("BigQuery.Jobs", {
    get: through("Jobs.get"),
    getQueryResults: through("Jobs.getQueryResults"),
    insert(job: Job, projectId: string, blob?: GoogleAppsScript.Base.Blob): Job {
      if (blob === undefined) return ask("BigQuery.Jobs.insert", job, projectId);
      if (String(blob) !== "Blob") throw mismatch("BigQuery.Jobs.insert", [job, projectId, blob]);
      return askWithBytes("BigQuery.Jobs.insert", [job, projectId], [Uint8Array.from(blob.getBytes())]).value as Job;
    },
    query: through("Jobs.query"),
  }),
  Tables: service<Tables>("BigQuery.Tables", {
    get: through("Tables.get"),
    insert: through("Tables.insert"),
    patch: through("Tables.patch"),
  }),
});
