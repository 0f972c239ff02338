import { alreadyExists, billing, invalid, notFound } from "./failure.ts";
import { isSandbox } from "./projects.ts";
import type { Setting } from "./setting.ts";
import { quoted } from "./warehouse.ts";

export type Dataset = GoogleAppsScript.BigQuery.Schema.Dataset & { readonly maxTimeTravelHours?: string };

const SANDBOX_MILLISECONDS = 60 * 24 * 60 * 60_000;

export async function getDataset({ catalog }: Setting, project: string, id: string): Promise<Dataset> {
  const found = await catalog.find<Dataset>("dataset", `${project}:${id}`);
  if (found === undefined) throw notFound(`Dataset ${project}:${id}`);
  return found;
}

export async function insertDataset(setting: Setting, resource: Dataset, project: string): Promise<Dataset> {
  const { catalog, sql, now } = setting;
  const datasetId = resource.datasetReference?.datasetId ?? "";
  if (!/^\w{1,1024}$/.test(datasetId)) {
    throw invalid(
      `Invalid dataset ID "${datasetId}". Dataset IDs must be alphanumeric (plus underscores) and must be at most 1024 characters long.`,
    );
  }
  const id = `${project}:${datasetId}`;
  if ((await catalog.find("dataset", id)) !== undefined) throw alreadyExists(`Dataset ${id}`);
  checkExpirations(setting, resource);
  const time = String(now.getTime());
  const dataset: Dataset = {
    ...resource,
    kind: "bigquery#dataset",
    id,
    datasetReference: { projectId: project, datasetId },
    location: resource.location ?? "US",
    creationTime: time,
    lastModifiedTime: time,
  };
  await catalog.put("dataset", id, dataset);
  await sql.run(`CREATE SCHEMA ${quoted(id)}`);
  return dataset;
}

function checkExpirations({ project }: Setting, dataset: Dataset): void {
  if (!isSandbox(project)) return;
  const { defaultTableExpirationMs, defaultPartitionExpirationMs } = dataset;
  const short = (milliseconds = "Infinity") => Number(milliseconds) <= SANDBOX_MILLISECONDS;
  if (short(defaultTableExpirationMs) && short(defaultPartitionExpirationMs)) return;
  throw billing(
    "Datasets must have a default expiration time and default partition expiration time of less than 60 days while in sandbox mode.",
  );
}
