import { type BigQuery, BigQueryFailure } from "../../../platform/ports.ts";
import type { DeskContext } from "../../desk.ts";
import { bigQueryProblem, noProject, type Place } from "../rules/bigquery-texts.ts";

export type BigQuerySource = Pick<DeskContext<never>, "bigQuery" | "settings" | "sleep" | "now">;

/** The dataset that the settings name, and a way to it that tells failures in words. */
export interface Access {
  readonly place: Place;
  readonly sleep: (milliseconds: number) => void;
  /** Asks a second and a third time where no answer came: every call of ours may be repeated. Throws Problem. */
  ask<Reply>(call: (bigQuery: BigQuery) => Reply): Reply;
  /** The same for what may not be there yet. */
  askFor<Reply>(call: (bigQuery: BigQuery) => Reply): Reply | undefined;
  /** The same for what may be there already: false where it is. */
  make(call: (bigQuery: BigQuery) => void): boolean;
}

const PAUSES = [1000, 3000];

export function accessTo({ bigQuery, settings, sleep }: Omit<BigQuerySource, "now">): Access {
  const { bigQueryProject: project, bigQueryDataset: dataset } = settings;
  if (project === null) throw noProject();
  const place = { project, dataset };
  const service = bigQuery(project);

  function attempt<Reply>(call: (service: BigQuery) => Reply, pauses: readonly number[]): Reply {
    try {
      return call(service);
    } catch (error) {
      const [pause, ...later] = pauses;
      if (!(error instanceof BigQueryFailure) || !isPassing(error) || pause === undefined) throw error;
      sleep(pause);
      return attempt(call, later);
    }
  }
  /** What this status stands for is no failure, but an answer. */
  function expecting<Reply, Other>(code: number, call: (service: BigQuery) => Reply, other: Other): Reply | Other {
    try {
      return attempt(call, PAUSES);
    } catch (error) {
      if (!(error instanceof BigQueryFailure)) throw error;
      if (error.code === code && !error.message.startsWith("Not found: Project")) return other;
      throw bigQueryProblem(error, place);
    }
  }
  return {
    place,
    sleep,
    ask(call) {
      try {
        return attempt(call, PAUSES);
      } catch (error) {
        throw error instanceof BigQueryFailure ? bigQueryProblem(error, place) : error;
      }
    },
    askFor: (call) => expecting(404, call, undefined),
    make: (call) => expecting(409, call, "there") !== "there",
  };
}

const isPassing = ({ code }: BigQueryFailure): boolean =>
  code === undefined || code === 429 || code === 500 || code === 502 || code === 503 || code === 504;
