import { accessDenied, BigQueryFailure, notFound } from "./failure.ts";

/** A Google Cloud project as far as BigQuery cares. */
export interface Project {
  /** E-mails of those who may do everything in it; everybody when absent. */
  readonly members?: readonly string[];
  /** Without a billing account it is a sandbox: no DML, and nothing lasts longer than 60 days. */
  readonly billing?: boolean;
  readonly apiDisabled?: boolean;
}

export type Projects = Readonly<Record<string, Project>>;

/** The project, where this person may do that in it. `permission` as in "bigquery.jobs.create". */
export function permitted(projects: Projects, id: string, user: string, permission: string): Project {
  const project = projects[id];
  if (project === undefined) throw notFound(`Project ${id}`);
  if (project.apiDisabled) {
    throw new BigQueryFailure(
      403,
      "accessNotConfigured",
      `BigQuery API has not been used in project ${id} before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=${id} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    );
  }
  if (project.members !== undefined && !project.members.includes(user)) {
    throw accessDenied(`Project ${id}: User does not have ${permission} permission in project ${id}.`);
  }
  return project;
}

export const isSandbox = ({ billing = true }: Project): boolean => !billing;
