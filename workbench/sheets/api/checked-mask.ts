import { ApiError, invalid } from "./api-error.ts";
import { type Mask, parseMask } from "./field-mask.ts";
import { messageType } from "./message-types.ts";

/** Refuses a response mask that names a field the message does not have. */
export function checkResponseMask(mask: Mask, message: string): void {
  const unknown = unknownPath(mask, message);
  if (unknown === undefined) return;
  throw new ApiError("INVALID_ARGUMENT", "Request contains an invalid argument.", [
    {
      "@type": "type.googleapis.com/google.rpc.BadRequest",
      fieldViolations: [
        {
          field: unknown,
          description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`,
        },
      ],
    },
  ]);
}

/** The first path of the mask that leads nowhere in the message. */
export function unknownPath(mask: Mask, message: string, prefix = ""): string | undefined {
  if (mask === true) return undefined;
  const fields = messageType(message);
  for (const [field, inner] of Object.entries(mask)) {
    if (field === "*") continue;
    const type = fields.get(field);
    const path = `${prefix}${field}`;
    if (type === undefined) return path;
    if (inner === true || type.kind === "any") continue;
    const deeper =
      type.message === undefined ? `${path}.${Object.keys(inner)[0]}` : unknownPath(inner, type.message, `${path}.`);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** The mask of an update to a message; Google wants at least one field named, and none that the message has not. */
export function updateMask(fields: string | null | undefined, message: string): Mask {
  if (!fields) throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  const unknown = unknownPath(mask, message);
  if (unknown !== undefined) throw invalid(`Field mask names an unknown field: ${unknown}`);
  return mask;
}
