import type { Properties } from "../platform/ports.ts";

/** A store as it is now, at the price of one call; what is written goes through. */
export function remembered(store: Properties): Properties {
  const values = new Map(Object.entries(store.all()));
  return {
    get: (name) => values.get(name),
    set(name, value) {
      store.set(name, value);
      values.set(name, value);
    },
    remove(name) {
      store.remove(name);
      values.delete(name);
    },
    all: () => Object.fromEntries(values),
  };
}
