import { importNow, importProducts } from "../runs/registry.ts";
import type { Invariant } from "./invariant.ts";
import { cursorOf } from "./promise.ts";

export const cursorAtRest: Invariant = {
  name: "the cursor is at rest",
  broken: ({ office }) => {
    const memories = office.metadata("shukka-sheet");
    if (memories.length !== 1) return [`there are ${memories.length} memories of the last commit`];
    return [importNow, importProducts].flatMap((job) => {
      const standing = cursorOf(office, job);
      return standing === "" ? [] : [`${job.name} still stands at ${standing}`];
    });
  },
};
