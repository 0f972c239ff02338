import { describe, expect, it } from "vitest";
import { createSheetsEngine } from "../../../../workbench/sheets/engine.ts";
import { recordings, recordingsPresent, replay } from "./recordings.ts";

if (!recordingsPresent) console.warn("Recorded answers of Google's Sheets API are not here: their replay is skipped.");

describe.skipIf(!recordingsPresent)("recorded answers of Google's Sheets API", () => {
  it("are given by the engine too, status and body, for every recorded call", () => {
    const engine = createSheetsEngine();
    const outcomes = recordings().map((recording) => replay(engine, recording));
    const sum = (count: "equal" | "total" | "madeElsewhere") =>
      outcomes.reduce((all, outcome) => all + outcome[count], 0);
    const total = sum("total");
    console.log(
      `${sum("equal")} of ${total} interactions equal, ${sum("madeElsewhere")} out of scope ` +
        "(reads of spreadsheets that no recorded call made: copies by Drive, leftovers of earlier runs)",
    );
    expect(total).toBeGreaterThan(0);
    expect(outcomes.flatMap(({ differences }) => differences)).toEqual([]);
  });
});
