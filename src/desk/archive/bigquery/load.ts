import type { ArchiveTableName } from "../archive-tables.ts";
import { refusedRows, stillLoading } from "../rules/bigquery-texts.ts";
import type { Access } from "./bigquery-access.ts";

export interface Load {
  readonly table: ArchiveTableName;
  /** Of what is loaded: the same for the same rows, whenever they are. */
  readonly id: string;
  readonly lines: readonly string[];
  readonly location: string;
  /** Whether the rows are there. */
  readonly isThere: () => boolean;
}

/** Of a job that failed, or whose rows were taken out again, the id stays taken: the next one carries the next number. */
const MOST_ATTEMPTS = 20;
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000];

/**
 * Loads rows once: the job's id follows from what it loads, and Google takes an id once. So a run that died after it began
 * to load, or did not hear the answer, finds its own job. A row that does not fit fails them all.
 */
export function loadOnce(access: Access, load: Load): void {
  const { table, id, lines, location, isThere } = load;
  const { project: projectId, dataset: datasetId } = access.place;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const jobId = `shukka-${table}-${id}-${attempt}`;
    const job = {
      jobReference: { projectId, jobId, location },
      configuration: {
        load: {
          destinationTable: { projectId, datasetId, tableId: table },
          sourceFormat: "NEWLINE_DELIMITED_JSON",
          createDisposition: "CREATE_NEVER",
          writeDisposition: "WRITE_APPEND",
          maxBadRecords: 0,
        },
      },
    };
    const begun = access.make((bigQuery) => bigQuery.load(job, lines.join("\n")));
    const loaded = isLoaded(access, jobId, location);
    if (loaded && (begun || isThere())) return;
    if (!loaded && begun) throw refusedRows();
  }
  throw refusedRows();
}

/** Waits for the job; false where it failed. */
function isLoaded(access: Access, jobId: string, location: string): boolean {
  for (const pause of PAUSES) {
    const { status } = access.ask((bigQuery) => bigQuery.job(jobId, location));
    if (status?.state === "DONE") return status.errorResult === undefined || status.errorResult === null;
    access.sleep(pause);
  }
  throw stillLoading();
}
