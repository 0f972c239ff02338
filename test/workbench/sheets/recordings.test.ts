import { describe, expect, it } from "vitest";
import { createSheetsEngine } from "../../../workbench/sheets/engine.ts";
import { recordings, recordingsPresent, replay } from "./recordings.ts";

if (!recordingsPresent) console.warn("Recorded answers of Google's Sheets API are not here: their replay is skipped.");

describe.skipIf(!recordingsPresent)("recorded answers of Google's Sheets API", () => {
  it("are given by the engine too, status and body, for every recorded call", () => {
    const engine = createSheetsEngine();
    const outcomes = recordings().map((recording) => replay(engine, recording));
    const equal = outcomes.reduce((sum, outcome) => sum + outcome.equal, 0);
    const total = outcomes.reduce((sum, outcome) => sum + outcome.total, 0);
    console.log(`${equal} of ${total} interactions equal, 0 out of scope`);
    expect(total).toBeGreaterThan(0);
    expect(outcomes.flatMap(({ differences }) => differences)).toEqual([]);
  });
});
