import { randomUUID } from "node:crypto";
import { resultType, shown } from "./columns.ts";
import { getDataset } from "./datasets.ts";
import { billing, invalidQuery, notFound, unimplemented } from "./failure.ts";
import { translated } from "./google-sql.ts";
import { isSandbox, permitted } from "./projects.ts";
import type { Setting } from "./setting.ts";
import { findTable, idOf, type TableReference } from "./tables.ts";
import type { Result } from "./warehouse.ts";

type QueryRequest = GoogleAppsScript.BigQuery.Schema.QueryRequest;
type Row = GoogleAppsScript.BigQuery.Schema.TableRow;
type Schema = GoogleAppsScript.BigQuery.Schema.TableSchema;

interface Answer {
  readonly location: string;
  readonly schema?: Schema;
  readonly rows: readonly Row[];
  readonly affected?: number;
}

/** Results of queries, by project and job id, as long as the workbench runs. */
export type Answers = Map<string, Answer>;

/** Google's limit of one page of a result. */
const PAGE_BYTES = 10 * 1024 * 1024;

export async function query(setting: Setting, answers: Answers, request: QueryRequest, projectId: string) {
  const { query: text = "", queryParameters = [], useLegacySql = true, maxResults } = request;
  if (useLegacySql) throw unimplemented("legacy SQL, which is what Google takes unless useLegacySql is false");
  if (request.dryRun) throw unimplemented("a dry run");
  const { statement, tables, parameters, kind } = translated(text, queryParameters);
  if (kind !== "SELECT" && isSandbox(setting.project)) {
    throw billing("DML queries are not allowed in the free tier. Set up a billing account to remove this restriction.");
  }
  const location = await locationOf(setting, tables, request.location);
  let result: Result;
  try {
    result = await setting.sql.run(statement, parameters);
  } catch (error) {
    throw invalidQuery((error as Error).message);
  }
  const jobId = `job_${randomUUID().replaceAll("-", "")}`;
  answers.set(`${projectId}:${jobId}`, answerOf(result, kind, location));
  return page(answers, projectId, jobId, { location, ...(maxResults === undefined ? {} : { maxResults }) });
}

async function locationOf(setting: Setting, tables: readonly TableReference[], asked?: string): Promise<string> {
  let location = asked ?? "US";
  for (const reference of tables) {
    permitted(setting.projects, reference.projectId!, setting.user, "bigquery.tables.getData");
    const dataset = await getDataset(setting, reference.projectId!, reference.datasetId!);
    if (asked === undefined) location = dataset.location!;
    if (dataset.location !== location || (await findTable(setting, reference)) === undefined) {
      throw notFound(`Table ${idOf(reference)} was not found in location ${location}`);
    }
  }
  return location;
}

function answerOf({ columns, rows, changed }: Result, kind: string, location: string): Answer {
  if (kind !== "SELECT") return { location, rows: [], affected: changed };
  const fields = columns.map(({ name, type }, at) => ({
    name: name.includes("(") ? `f${at}_` : name,
    type: resultType(type),
    mode: "NULLABLE",
  }));
  return {
    location,
    schema: { fields },
    // A cell is typed as an object, and is a text or null.
    rows: rows.map((row) => ({
      f: row.map((value, at) => ({ v: shown(value, fields[at]!.type) as unknown as object })),
    })),
  };
}

export interface PageOptions {
  readonly location?: string;
  readonly maxResults?: number;
  readonly pageToken?: string;
}

export function page(answers: Answers, projectId: string, jobId: string, options: PageOptions) {
  const answer = answers.get(`${projectId}:${jobId}`);
  const { location, maxResults = Number.POSITIVE_INFINITY, pageToken = "0" } = options;
  const reachable = location === undefined ? ["US", "EU"].includes(answer?.location ?? "") : true;
  if (answer === undefined || !reachable || (location ?? answer.location) !== answer.location) {
    throw notFound(`Job ${projectId}:${jobId}`);
  }
  const from = Number(pageToken);
  let to = from;
  for (let bytes = 0; to < answer.rows.length && to - from < maxResults; to++) {
    bytes += Buffer.byteLength(JSON.stringify(answer.rows[to]));
    if (bytes > PAGE_BYTES && to > from) break;
  }
  const { schema, affected } = answer;
  return {
    kind: "bigquery#queryResponse",
    jobReference: { projectId, jobId, location: answer.location },
    jobComplete: true,
    cacheHit: false,
    totalRows: String(answer.rows.length),
    ...(schema === undefined ? {} : { schema }),
    ...(to > from ? { rows: answer.rows.slice(from, to) } : {}),
    ...(to < answer.rows.length ? { pageToken: String(to) } : {}),
    ...(affected === undefined ? {} : { numDmlAffectedRows: String(affected) }),
  };
}
