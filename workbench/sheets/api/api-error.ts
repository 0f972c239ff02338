import { HttpRefusal } from "../../door/http-refusal.ts";

export type Status = "INVALID_ARGUMENT" | "PERMISSION_DENIED" | "NOT_FOUND" | "UNIMPLEMENTED" | "FAILED_PRECONDITION";

const codes: Readonly<Record<Status, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  UNIMPLEMENTED: 501,
};

/** A call that is refused, with the wording Google answers where it is known. Nothing of the call has been applied. */
export class ApiError extends HttpRefusal {
  override readonly name = "ApiError";

  constructor(
    readonly status: Status,
    message: string,
    readonly details?: readonly unknown[],
  ) {
    super(message);
  }

  get code(): number {
    return codes[this.status];
  }

  /** Google's error envelope. */
  get body(): unknown {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details === undefined ? {} : { details }) } };
  }
}

export const invalid = (message: string): ApiError => new ApiError("INVALID_ARGUMENT", message);

export const notFound = (): ApiError => new ApiError("NOT_FOUND", "Requested entity was not found.");

export const forbidden = (): ApiError => new ApiError("PERMISSION_DENIED", "The caller does not have permission");

/** What Google has and this engine has not: it says so by name. */
export const unimplemented = (what: string): ApiError =>
  new ApiError("UNIMPLEMENTED", `workbench: ${what} is not implemented`);

/** A payload that does not fit Google's message types; the violation repeats the message, as Google's does. */
export const badPayload = (field: string, message: string): ApiError =>
  new ApiError("INVALID_ARGUMENT", message, [
    {
      "@type": "type.googleapis.com/google.rpc.BadRequest",
      fieldViolations: [{ ...(field === "" ? {} : { field }), description: message }],
    },
  ]);
