import type { BigQueryAnswer, BigQueryRequest } from "../../../platform/ports.ts";
import type { ArchiveTableName } from "../archive-tables.ts";
import type { Place } from "../rules/bigquery-texts.ts";
import { stillLoading } from "../rules/bigquery-texts.ts";
import type { Access } from "./bigquery-access.ts";

type Parameter = NonNullable<BigQueryRequest["queryParameters"]>[number];

export const textParameter = (name: string, value: string): Parameter => ({
  name,
  parameterType: { type: "STRING" },
  parameterValue: { value },
});

export const dayParameter = (name: string, value: string): Parameter => ({
  name,
  parameterType: { type: "DATE" },
  parameterValue: { value },
});

export const timeParameter = (name: string, value: string): Parameter => ({
  name,
  parameterType: { type: "DATETIME" },
  parameterValue: { value },
});

export const listParameter = (name: string, values: readonly string[]): Parameter => ({
  name,
  parameterType: { type: "ARRAY", arrayType: { type: "STRING" } },
  parameterValue: { arrayValues: values.map((value) => ({ value })) },
});

/** In a query; both names are checked where they are set, and hold nothing that could end the quotes. */
export const tableIn = ({ project, dataset }: Place, table: ArchiveTableName): string =>
  `\`${project}.${dataset}.${table}\``;

export interface Asked {
  readonly query: string;
  readonly parameters: readonly Parameter[];
}

export interface Found {
  readonly rows: readonly (readonly (string | null)[])[];
  /** Of a statement that changes rows. */
  readonly affected: number;
}

const NOTHING: Found = { rows: [], affected: 0 };
const TIMEOUT = 30_000;
/** Each waits as long as Google lets it. */
const MOST_WAITS = 6;

/** All pages of the answer. A table that is not there has no rows. */
export function found(access: Access, { query, parameters }: Asked): Found {
  const request: BigQueryRequest = {
    query,
    queryParameters: [...parameters],
    parameterMode: "NAMED",
    useLegacySql: false,
    timeoutMs: TIMEOUT,
  };
  const first = access.askFor((bigQuery) => bigQuery.query(request));
  if (first === undefined) return NOTHING;
  let answer = completed(access, first);
  const rows = rowsOf(answer);
  while (answer.pageToken !== undefined && answer.pageToken !== null) {
    answer = rest(access, answer, answer.pageToken);
    rows.push(...rowsOf(answer));
  }
  return { rows, affected: Number(answer.numDmlAffectedRows ?? 0) };
}

function completed(access: Access, first: BigQueryAnswer): BigQueryAnswer {
  let answer = first;
  for (let waits = 0; answer.jobComplete !== true; waits++) {
    if (waits === MOST_WAITS) throw stillLoading();
    answer = rest(access, answer);
  }
  return answer;
}

function rest(access: Access, { jobReference }: BigQueryAnswer, pageToken?: string): BigQueryAnswer {
  const { jobId = "", location = "" } = jobReference ?? {};
  const next = access.ask((bigQuery) =>
    bigQuery.rest(jobId, { location, ...(pageToken === undefined ? {} : { pageToken }) }),
  );
  return { ...next, jobReference: next.jobReference ?? { jobId, location } };
}

/** A cell is typed as an object, and is a text or null. */
const rowsOf = ({ rows = [] }: BigQueryAnswer): (string | null)[][] =>
  rows.map(({ f = [] }) => f.map(({ v }) => (v ?? null) as string | null));
