import * as z from "zod/mini";
import { parsedJson } from "../core/json.ts";
import type { Properties } from "../platform/ports.ts";

/** A stored property, declared once. Reading never throws: what is not there, or cannot be right, is the fallback. */
export interface Stored<Value, Fallback = Value> {
  readonly read: (store: Properties) => Value | Fallback;
  readonly write: (store: Properties, value: Value) => void;
  readonly forget: (store: Properties) => void;
}

/** A text is kept as it is, everything else as JSON. */
export const stored = <Value, Fallback = undefined>(
  name: string,
  schema: z.ZodMiniType<Value>,
  fallback: Fallback,
): Stored<Value, Fallback> => ({
  read(store) {
    const text = store.get(name);
    if (text === undefined) return fallback;
    const found = [text, parsedJson(text)].map((value) => z.safeParse(schema, value)).find(({ success }) => success);
    return found === undefined ? fallback : (found.data as Value);
  },
  write: (store, value) => store.set(name, typeof value === "string" ? value : JSON.stringify(value)),
  forget: (store) => store.remove(name),
});

/** ISO 8601, as JSON holds an instant. */
export const storedInstant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

export const storedName = z.string().check(z.minLength(1));
