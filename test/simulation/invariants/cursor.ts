import type { Invariant } from "./invariant.ts";

export const cursorAtRest: Invariant = {
  name: "the cursor is at rest",
  broken: ({ office }) => {
    const memories = office.metadata("shukka-sheet");
    if (memories.length !== 1) return [`there are ${memories.length} memories of the last commit`];
    const { cursors = {} } = JSON.parse(memories[0] as string) as { cursors?: Record<string, string> };
    const { "import-shipments": cursor = "" } = cursors;
    return cursor === "" ? [] : [`the import still stands at ${cursor}`];
  },
};
