/** One service call on its way to the host. `detail` never holds headers, bodies or property values. */
export interface ServiceCall {
  readonly execution: string;
  /** Counts the calls of one execution from 0. */
  readonly index: number;
  readonly user: string;
  readonly service: string;
  readonly method: string;
  /** Service and method: "Sheets.Spreadsheets.get". */
  readonly name: string;
  readonly detail: string;
  /** Addresses asked for by UrlFetchApp. */
  readonly urls: readonly string[];
  /** Milliseconds after the execution's start, on the host's clock. */
  readonly at: number;
}

/** An error as the script will see it. */
export interface Raised {
  readonly name: string;
  readonly message: string;
  /** Of the answer of an API, as on `GoogleJsonResponseException`. */
  readonly details?: { readonly code: number; readonly message: string };
}

/** Whether a call is carried out, and what the script gets instead of its answer. */
export interface Verdict {
  readonly serve: boolean;
  readonly instead?: "kill" | Raised;
}

/** Every service call of every execution passes here before it is carried out. */
export interface Gate {
  pass(call: ServiceCall): Verdict | Promise<Verdict>;
  /** How many executions can act by themselves now, that is neither sleep, wait for a lock nor for a person. */
  working?(executions: number): void;
}

export const serve: Verdict = { serve: true };
export const killBefore: Verdict = { serve: false, instead: "kill" };
export const killAfter: Verdict = { serve: true, instead: "kill" };
export const raiseInstead = (error: Raised): Verdict => ({ serve: false, instead: error });
/** The call has taken effect, but its answer is lost. */
export const raiseAfter = (error: Raised): Verdict => ({ serve: true, instead: error });

export const openGate: Gate = { pass: () => serve };

export const exception = (message: string): Raised => ({ name: "Exception", message });

/** A failed call of an advanced service; `method` as in "jobs.insert". */
export const apiFailure = (service: string, method: string, code: number, message: string): Raised => ({
  name: "GoogleJsonResponseException",
  message: `API call to ${service}.${method} failed with error: ${message}`,
  details: { code, message },
});

/** A failed call of the advanced service Sheets; `method` as in "spreadsheets.batchUpdate". */
export const sheetsFailure = (method: string, code: number, message: string): Raised =>
  apiFailure("sheets", method, code, message);
