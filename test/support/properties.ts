import type { Properties } from "../../src/platform/ports.ts";

/** A store of strings in memory, with what lies in it. */
export function memoryProperties(
  stored: Readonly<Record<string, string>> = {},
): Properties & { readonly values: Map<string, string> } {
  const values = new Map(Object.entries(stored));
  return {
    values,
    get: (name) => values.get(name),
    set: (name, value) => void values.set(name, value),
    remove: (name) => void values.delete(name),
    all: () => Object.fromEntries(values),
  };
}
