import { refusal } from "../execution/authorisation.ts";
import type { Raised } from "../execution/gate.ts";
import type { Answer } from "../execution/protocol.ts";
import { bridge } from "./bridge.ts";

/** An error as Apps Script throws it: its name is a plain property, its message has no prefix. */
export function exception(message: string, { name = "Exception", details }: Partial<Raised> = {}): Error {
  const error = new Error(message);
  error.name = name;
  return details === undefined ? error : Object.assign(error, { details });
}

/** Throws Google's refusal when this execution may not call it. */
export function permit(name: string): void {
  const text = refusal(name, bridge.start.authMode, bridge.load.scopes);
  if (text !== undefined) throw exception(text);
}

export interface Bytes {
  readonly value: unknown;
  readonly bytes: readonly Uint8Array[];
}

/** Asks the host for a service and gives its answer, built in this realm. `undefined` is `null` to a service. */
export function ask<Value = void>(name: string, ...args: readonly unknown[]): Value {
  return bridge.away(() => parsed(send(name, args, [])) as Value);
}

export function askWithBytes(name: string, args: readonly unknown[], bytes: readonly Uint8Array[]): Bytes {
  return bridge.away(() => {
    const answer = send(name, args, bytes);
    return { value: parsed(answer), bytes: answer.bytes ?? [] };
  });
}

function send(name: string, args: readonly unknown[], bytes: readonly Uint8Array[]): Answer {
  permit(name);
  const answer = bridge.call(name, JSON.stringify(args), bytes);
  if (answer.dead) throw exception("workbench: this execution is over");
  if (answer.error) throw exception(answer.error.message, answer.error);
  return answer;
}

const parsed = ({ json }: Answer): unknown => (json === undefined ? undefined : JSON.parse(json));

/** The call's arguments do not fit: Google names their types. */
export function mismatch(method: string, args: readonly unknown[]): Error {
  return exception(`The parameters (${args.map(typeName).join(",")}) don't match the method signature for ${method}.`);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "Array" : `${typeof value[0]}[]`;
  if (typeof value === "object") return value instanceof Date ? "Date" : "(class)";
  return (
    { string: "String", number: "number", boolean: "Boolean", function: "(function)" }[typeof value as string] ??
    "(class)"
  );
}
