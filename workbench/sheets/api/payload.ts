import { ApiError, badPayload, invalid } from "./api-error.ts";
import { type Mask, parseMask } from "./field-mask.ts";
import { type FieldType, type MessageType, messageType } from "./message-types.ts";

/** Where in a body the check stands; written out only when something is wrong there. */
type Trail = (string | number)[];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const written = (trail: Trail): string =>
  trail.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i === 0 ? "" : "."}${snake(step)}`)).join("");

/** Refuses a body with a field the message does not have, or a value of another type, as Google does before all else. */
export function checkPayload(body: unknown, message: string): void {
  if (body !== null && body !== undefined) checkOne(body, { kind: "message", message, list: false }, []);
}

function checkOne(item: unknown, type: FieldType, trail: Trail): void {
  if (item === null || item === undefined) return;
  if (type.kind !== "message") {
    if (!fits(item, type.kind)) throw mistyped(item, type, trail);
    return;
  }
  if (typeof item !== "object" || Array.isArray(item)) throw mistyped(item, type, trail);
  checkFields(item as { [field: string]: unknown }, messageType(type.message!), trail);
}

function checkFields(message: { [field: string]: unknown }, fields: MessageType, trail: Trail): void {
  for (const field in message) {
    const type = fields.get(field);
    if (type === undefined) throw unknownName(field, trail);
    const item = message[field];
    if (type.kind === "any" || item === null || item === undefined) continue;
    trail.push(field);
    if (type.list) checkList(item, type, trail);
    else checkOne(item, type, trail);
    trail.pop();
  }
}

function checkList(item: unknown, type: FieldType, trail: Trail): void {
  if (!Array.isArray(item)) throw mistyped(item, type, trail);
  for (let i = 0; i < item.length; i++) {
    trail.push(i);
    checkOne(item[i], type, trail);
    trail.pop();
  }
}

/** Numbers also come as text in protobuf's JSON, but this engine's callers have no reason to send them so. */
const fits = (item: unknown, kind: FieldType["kind"]): boolean => kind === "any" || typeof item === kind;

function unknownName(field: string, trail: Trail): ApiError {
  const at = trail.length === 0 ? "" : ` at '${written(trail)}'`;
  return badPayload(written(trail), `Invalid JSON payload received. Unknown name "${field}"${at}: Cannot find field.`);
}

const typeNames: Readonly<Record<string, string>> = {
  string: "TYPE_STRING",
  number: "TYPE_INT32",
  boolean: "TYPE_BOOL",
};

function mistyped(item: unknown, { kind, message }: FieldType, trail: Trail): ApiError {
  const type = typeNames[kind] ?? `type.googleapis.com/google.apps.sheets.v4.${message}`;
  return badPayload(written(trail), `Invalid value at '${written(trail)}' (${type}), ${JSON.stringify(item)}`);
}

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
