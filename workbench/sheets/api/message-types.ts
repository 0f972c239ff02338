import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The type of a field: a scalar, another message by name, or anything; `list` says whether it repeats. */
export interface FieldType {
  readonly kind: "string" | "number" | "boolean" | "message" | "any";
  readonly message?: string;
  readonly list: boolean;
}

export type MessageType = ReadonlyMap<string, FieldType>;

/** By "Schema$" or "Params$Resource$" and the name. */
let known: ReadonlyMap<string, MessageType> | undefined;

/** A message of Google's Sheets API by its name, such as "GridRange". */
export const messageType = (name: string): MessageType => declared(`Schema$${name}`);

/** The parameters of a method by its name, such as "Spreadsheets$Values$Get". */
export const parameterTypes = (method: string): MessageType => declared(`Params$Resource$${method}`);

function declared(name: string): MessageType {
  known ??= readTypes();
  const type = known.get(name);
  if (type === undefined) throw new Error(`Google's client declares no ${name}`);
  return type;
}

/** Google publishes its messages as the declarations of its own client, so there is no second list to keep in step. */
function readTypes(): ReadonlyMap<string, MessageType> {
  const client = createRequire(import.meta.url).resolve("@googleapis/sheets");
  const text = readFileSync(join(dirname(client), "v4.d.ts"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const messages = text.matchAll(
    /export interface ((?:Schema|Params\$Resource)\$[\w$]+) (?:extends \w+ )?\{([\s\S]*?)\n {4}\}/g,
  );
  return new Map([...messages].map(([, name, body]) => [name!, fieldsOf(body!)]));
}

function fieldsOf(body: string): MessageType {
  // A field may hold a map ("{ [key: string]: ... } | null"), whose inner lines carry no "?:".
  const fields = body.matchAll(/^ {8}(\w+)\?: ([^;]+);/gm);
  return new Map([...fields].map(([, name, type]) => [name!, fieldType(type!)]));
}

function fieldType(text: string): FieldType {
  const type = text.replace(" | null", "").trim();
  const element = type.replace(/\[\]$/, "");
  const list = element !== type;
  if (element === "string" || element === "number" || element === "boolean") return { kind: element, list };
  const message = /^Schema\$(\w+)$/.exec(element)?.[1];
  return message === undefined ? { kind: "any", list: false } : { kind: "message", message, list };
}
