import { randomUUID } from "node:crypto";
import { getDataset } from "./datasets.ts";
import { alreadyExists, invalid, notFound, unimplemented } from "./failure.ts";
import { checkLoad, type Loaded, load } from "./load.ts";
import type { Setting } from "./setting.ts";

export type Job = GoogleAppsScript.BigQuery.Schema.Job;

/** How long a job stands in line, and how long it works, on the host's clock. */
export interface Pace {
  readonly pending: number;
  readonly running: number;
}

interface StoredJob {
  readonly job: Job;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Of a load that is not done yet. */
  readonly content?: string;
  readonly loaded?: Loaded;
}

const WITHOUT_LOCATION = ["US", "EU"];

/** A load job. Its rows are there, all at once, when it is done, whether or not anybody still looks. */
export async function insertJob(
  setting: Setting,
  resource: Job,
  { projectId, content, pace }: { readonly projectId: string; readonly content: string; readonly pace: Pace },
): Promise<Job> {
  const configuration = resource.configuration?.load;
  if (configuration === undefined) throw unimplemented("a job other than a load");
  checkLoad(configuration);
  const { projectId: owner = projectId, datasetId = "" } = configuration.destinationTable ?? {};
  const { location = "US" } = await getDataset(setting, owner, datasetId);
  const { jobId = randomUUID(), location: asked = location } = resource.jobReference ?? {};
  if (!/^[\w-]{1,1024}$/.test(jobId)) {
    throw invalid(
      `Invalid job ID "${jobId}". Job IDs must be alphanumeric (plus underscores and dashes) and must be at most 1024 characters long.`,
    );
  }
  if (asked !== location) throw notFound(`Dataset ${owner}:${datasetId} was not found in location ${asked}`);
  if ((await setting.catalog.find("job", `${projectId}:${jobId}`)) !== undefined) {
    throw alreadyExists(`Job ${projectId}:${location}.${jobId}`);
  }
  const createdAt = setting.now.getTime();
  const startsAt = createdAt + pace.pending;
  const job: Job = {
    kind: "bigquery#job",
    id: `${projectId}:${location}.${jobId}`,
    jobReference: { projectId, jobId, location },
    configuration: { ...resource.configuration, jobType: "LOAD" },
    statistics: { creationTime: String(createdAt) },
    user_email: setting.user,
  };
  const stored: StoredJob = { job, startsAt, endsAt: startsAt + pace.running, content };
  await setting.catalog.put("job", `${projectId}:${jobId}`, stored);
  return shown(stored, setting.now.getTime());
}

/** Carries out what is due, in the order in which it ends. */
export async function settleJobs(setting: Setting): Promise<void> {
  const now = setting.now.getTime();
  const due = (await setting.catalog.all<StoredJob>("job", "")).filter(
    ({ content, endsAt }) => content !== undefined && endsAt <= now,
  );
  for (const { content, ...stored } of due.sort((one, other) => one.endsAt - other.endsAt)) {
    const loaded = await load(setting, stored.job.configuration!.load!, content!);
    const { projectId, jobId } = stored.job.jobReference!;
    await setting.catalog.put("job", `${projectId}:${jobId}`, { ...stored, loaded });
  }
}

export async function getJob(setting: Setting, projectId: string, jobId: string, location?: string): Promise<Job> {
  const stored = await setting.catalog.find<StoredJob>("job", `${projectId}:${jobId}`);
  const where = stored?.job.jobReference?.location ?? "";
  const reachable = location === undefined ? WITHOUT_LOCATION.includes(where) : location === where;
  if (stored === undefined || !reachable) {
    throw notFound(`Job ${projectId}:${location === undefined ? "" : `${location}.`}${jobId}`);
  }
  return shown(stored, setting.now.getTime());
}

function shown({ job, startsAt, endsAt, loaded }: StoredJob, now: number): Job {
  if (now < startsAt) return { ...job, status: { state: "PENDING" } };
  const started = { ...job.statistics, startTime: String(startsAt) };
  if (now < endsAt) return { ...job, status: { state: "RUNNING" }, statistics: started };
  if (loaded === undefined) throw new Error("workbench: BigQuery: a job that is due has not been carried out");
  const [errorResult] = loaded.errors;
  const errors = loaded.errors.slice(0, 5);
  return {
    ...job,
    status: { state: "DONE", ...(errorResult === undefined ? {} : { errorResult, errors: [...errors] }) },
    statistics: {
      ...started,
      endTime: String(endsAt),
      ...(errorResult === undefined ? { load: { outputRows: String(loaded.rows), badRecords: "0" } } : {}),
    },
  };
}
