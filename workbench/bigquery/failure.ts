/** A call that BigQuery refuses, with the status and text of its REST answer. */
export class BigQueryFailure extends Error {
  readonly code: number;
  readonly reason: string;
  constructor(code: number, reason: string, message: string) {
    super(message);
    this.name = "BigQueryFailure";
    this.code = code;
    this.reason = reason;
  }
}

export const notFound = (what: string): BigQueryFailure => new BigQueryFailure(404, "notFound", `Not found: ${what}`);
export const alreadyExists = (what: string): BigQueryFailure =>
  new BigQueryFailure(409, "duplicate", `Already Exists: ${what}`);
export const invalid = (message: string): BigQueryFailure => new BigQueryFailure(400, "invalid", message);
export const invalidQuery = (message: string): BigQueryFailure => new BigQueryFailure(400, "invalidQuery", message);
export const accessDenied = (message: string): BigQueryFailure =>
  new BigQueryFailure(403, "accessDenied", `Access Denied: ${message}`);
export const billing = (message: string): BigQueryFailure =>
  new BigQueryFailure(
    403,
    "billingNotEnabled",
    `Billing has not been enabled for this project. Enable billing at https://console.cloud.google.com/billing. ${message}`,
  );

export const unimplemented = (what: string): Error => new Error(`workbench: BigQuery: ${what} is not implemented`);
