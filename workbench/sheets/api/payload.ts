import { badPayload } from "./api-error.ts";
import { type FieldType, messageType } from "./message-types.ts";
import { booleanOf, numberOf } from "./scalar.ts";

/** Where in a body the reader stands; written out only when something is wrong there. */
type Trail = (string | number)[];

type Fields = { [field: string]: unknown };

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const written = (trail: Trail): string =>
  trail.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i === 0 ? "" : "."}${snake(step)}`)).join("");

/**
 * The body as Google reads it into its message before all else: names in camel or snake case, numbers and booleans also as
 * text, one value for a list of one; nulls are nothing. What does not fit is refused. A body that fits already is not copied.
 */
export function readPayload(body: unknown, message: string): Fields | undefined {
  if (body === undefined || body === null) return undefined;
  if (!isObject(body))
    throw badPayload("", 'Invalid JSON payload received. Unknown name "": Root element must be a message.');
  return readMessage(body, message, []);
}

const isObject = (item: unknown): item is Fields => typeof item === "object" && item !== null && !Array.isArray(item);

function readMessage(item: Fields, message: string, trail: Trail): Fields {
  const types = messageType(message);
  let read = item;
  for (const given of Object.keys(item)) {
    const name = types.has(given) ? given : camel(given);
    const type = types.get(name);
    if (type === undefined) throw unknownName(given, trail, "Cannot find field.");
    const value = readField(item[given], name, type, trail);
    if (value === item[given] && name === given && value !== undefined) continue;
    if (read === item) read = { ...item };
    delete read[given];
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function readField(item: unknown, name: string, type: FieldType, trail: Trail): unknown {
  if (item === null || item === undefined) return undefined;
  if (type.kind === "any") return item;
  if (!type.list && Array.isArray(item))
    throw unknownName(name, trail, "Proto field is not repeating, cannot start list.");
  if (type.kind !== "message" && isObject(item))
    throw badPayload(
      written(trail),
      `Invalid value${at(trail)} (${snake(name)}), Starting an object on a scalar field`,
    );
  trail.push(name);
  const read = type.list ? readList(item, type, trail) : readOne(item, type, trail);
  trail.pop();
  return read;
}

function readList(item: unknown, type: FieldType, trail: Trail): unknown {
  if (!Array.isArray(item)) return [readOne(item, type, trail)];
  let read = item;
  for (let i = 0; i < item.length; i++) {
    trail.push(i);
    const value = item[i] === null || item[i] === undefined ? undefined : readOne(item[i], type, trail);
    trail.pop();
    if (value === item[i]) continue;
    if (read === item) read = [...item];
    read[i] = value;
  }
  return read === item ? item : read.filter((value) => value !== undefined);
}

function readOne(item: unknown, type: FieldType, trail: Trail): unknown {
  if (type.kind === "message") {
    if (isObject(item)) return readMessage(item, type.message!, trail);
    throw mistyped(item, type, trail);
  }
  const value = readScalar(item, type, trail);
  if (value === undefined) throw mistyped(item, type, trail);
  return value;
}

function readScalar(item: unknown, { kind }: FieldType, trail: Trail): unknown {
  if (kind === "number") return numberOf(item, String(trail.findLast((step) => typeof step === "string")));
  if (kind === "boolean") return booleanOf(item);
  return typeof item === "string" ? item : undefined;
}

const at = (trail: Trail): string => (trail.length === 0 ? "" : ` at '${written(trail)}'`);

const unknownName = (field: string, trail: Trail, reason: string) =>
  badPayload(written(trail), `Invalid JSON payload received. Unknown name "${field}"${at(trail)}: ${reason}`);

const typeNames: Readonly<Record<string, string>> = {
  string: "TYPE_STRING",
  number: "TYPE_INT32",
  boolean: "TYPE_BOOL",
};

function mistyped(item: unknown, { kind, message }: FieldType, trail: Trail) {
  const type = typeNames[kind] ?? `type.googleapis.com/google.apps.sheets.v4.${message}`;
  return badPayload(written(trail), `Invalid value at '${written(trail)}' (${type}), ${JSON.stringify(item)}`);
}
