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
  function except<Reply>(code: number, call: (service: BigQuery) => Reply, otherwise: Reply): Reply {
    try {
      return attempt(call, PAUSES);
    } catch (error) {
      if (!(error instanceof BigQueryFailure)) throw error;
      if (error.code === code && !/^Not found: Project/.test(error.message)) return otherwise;
      throw bigQueryProblem(error, place);
    }
  }
  return {
    place,
    sleep,
    ask: (call) => except(0, call, undefined as never),
    askFor: <Reply>(call: (service: BigQuery) => Reply) => except<Reply | undefined>(404, call, undefined),
    make: (call) =>
      except(
        409,
        (service) => {
          call(service);
          return true;
        },
        false,
      ),
  };
}

const isPassing = ({ code }: BigQueryFailure): boolean =>
  code === undefined || code === 429 || code === 500 || code === 502 || code === 503 || code === 504;
