import { catalogOf } from "./catalog.ts";
import { type Dataset, getDataset, insertDataset } from "./datasets.ts";
import { getJob, insertJob, type Job, type Pace, settleJobs } from "./jobs.ts";
import { dropExpired } from "./partitions.ts";
import { type Projects, permitted } from "./projects.ts";
import { type Answers, type PageOptions, page, query } from "./query.ts";
import type { Setting } from "./setting.ts";
import { getTable, insertTable, patchTable, type Table } from "./tables.ts";
import { openWarehouse } from "./warehouse.ts";

type QueryRequest = GoogleAppsScript.BigQuery.Schema.QueryRequest;

export interface BigQueryOptions {
  readonly now: () => Date;
  readonly projects: Projects;
  /** A DuckDB database, made at the first call; in memory when absent. */
  readonly file?: string;
  readonly pace?: Pace;
}

/** BigQuery's REST methods for the projects given, over DuckDB. Failures are `BigQueryFailure`s. */
export interface BigQueryEngine {
  readonly methods: Methods;
  close(): Promise<void>;
}

export type Methods = ReturnType<typeof methodsOf>;

const PACE: Pace = { pending: 500, running: 1500 };

export function createBigQuery(options: BigQueryOptions): BigQueryEngine {
  const warehouse = openWarehouse(options.file);
  return { methods: methodsOf(options, warehouse.transaction), close: warehouse.close };
}

function methodsOf(options: BigQueryOptions, transaction: ReturnType<typeof openWarehouse>["transaction"]) {
  const answers: Answers = new Map();
  const { projects, pace = PACE } = options;

  /** What jobs have done by now and what has expired by now stands before any call is served. */
  async function served<Reply>(
    user: string,
    id: string,
    permission: string,
    call: (setting: Setting) => Promise<Reply>,
  ): Promise<Reply> {
    const project = permitted(projects, id, user, `bigquery.${permission}`);
    return transaction(async (sql) => {
      const setting: Setting = { sql, catalog: catalogOf(sql), projects, project, user, now: options.now() };
      await settleJobs(setting);
      await dropExpired(setting);
      return call(setting);
    });
  }
  const table = (projectId: string, datasetId: string, tableId: string) => ({ projectId, datasetId, tableId });

  return {
    "datasets.get": (user: string, project: string, id: string) =>
      served(user, project, "datasets.get", (setting) => getDataset(setting, project, id)),
    "datasets.insert": (user: string, resource: Dataset, project: string) =>
      served(user, project, "datasets.create", (setting) => insertDataset(setting, resource, project)),
    "tables.get": (user: string, project: string, dataset: string, id: string) =>
      served(user, project, "tables.get", (setting) => getTable(setting, table(project, dataset, id))),
    "tables.insert": (user: string, resource: Table, project: string, dataset: string) =>
      served(user, project, "tables.create", (setting) =>
        insertTable(setting, resource, table(project, dataset, resource.tableReference?.tableId ?? "")),
      ),
    "tables.patch": (user: string, resource: Table, project: string, dataset: string, id: string) =>
      served(user, project, "tables.update", (setting) => patchTable(setting, resource, table(project, dataset, id))),
    "jobs.insert": (user: string, resource: Job, projectId: string, content: string) =>
      served(user, projectId, "jobs.create", (setting) => insertJob(setting, resource, { projectId, content, pace })),
    "jobs.get": (user: string, project: string, id: string, { location }: { location?: string } = {}) =>
      served(user, project, "jobs.get", (setting) => getJob(setting, project, id, location)),
    "jobs.query": (user: string, request: QueryRequest, project: string) =>
      served(user, project, "jobs.create", (setting) => query(setting, answers, request, project)),
    "jobs.getQueryResults": (user: string, project: string, id: string, pageOptions: PageOptions = {}) =>
      served(user, project, "jobs.get", async () => page(answers, project, id, pageOptions)),
  };
}
