import type { Answer } from "./call.ts";

/** The older gateway's shape, still used for what goes wrong before an order function is reached. */
export const results = (status: number, errorCode: string, message: string): Answer => ({
  status,
  body: { Results: { errorCode, message } },
});

/** The shape of the newer gateway and of the item, inventory and navigation APIs. */
export const errors = (status: number, code: string, message: string, propertyPath?: string): Answer => ({
  status,
  body: { errors: [{ code, message, ...(propertyPath !== undefined && { metadata: { propertyPath } }) }] },
});

/** Ends a function with the given answer; caught where functions are called. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}

export function refuse(code: string, message: string, propertyPath?: string): never {
  throw new Refused(errors(400, code, message, propertyPath));
}
