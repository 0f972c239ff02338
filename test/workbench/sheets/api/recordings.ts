import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SheetsEngine } from "../../../../workbench/sheets/engine.ts";

const folder = fileURLToPath(new URL("../../../../../shared/data/sheets-api-recordings/", import.meta.url));

export const recordingsPresent = existsSync(folder);

interface Created {
  readonly createSpreadsheet: string;
  readonly id: string;
}

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
}

export interface Recording {
  readonly name: string;
  readonly steps: readonly (Created | Recorded)[];
}

export const recordings = (): readonly Recording[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name: name.replace(".json", ""), steps: JSON.parse(readFileSync(folder + name, "utf8")) }));

export interface Difference {
  readonly recording: string;
  readonly call: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Outcome {
  readonly equal: number;
  readonly total: number;
  /** Calls to spreadsheets that no recorded call made: copies by Drive, and what earlier runs left behind. */
  readonly madeElsewhere: number;
  readonly differences: readonly Difference[];
}

const USER = "tester@example.com";
const FOREIGN = "other@example.com";

/** Fields that name something the server makes up: they must be there, and are mapped from the recorded id to ours. */
const madeUpIds = ["sheetId", "namedRangeId", "protectedRangeId"];

/** Makes every recorded call in order and compares status and body field by field, with made-up ids mapped. */
export function replay(engine: SheetsEngine, { name, steps }: Recording): Outcome {
  const ids = new Map<string, string>();
  const differences: Difference[] = [];
  let total = 0;
  let madeElsewhere = 0;
  for (const step of steps) {
    if ("createSpreadsheet" in step) {
      ids.set(step.id, create(engine, step.createSpreadsheet, USER));
      continue;
    }
    const recordedId = /spreadsheets\/([^/:?]+)/.exec(step.path)?.[1] ?? "";
    if (!ids.has(recordedId)) {
      if (step.status !== 403) {
        madeElsewhere++;
        continue;
      }
      ids.set(recordedId, create(engine, "private", FOREIGN));
    }
    total++;
    const { status, body } = engine.handle({
      method: step.method,
      path: mapped(step.path, ids),
      body: JSON.parse(mapped(JSON.stringify(step.body), ids)),
      user: USER,
    });
    learnIds(step.response, body, ids);
    const expected = { status: step.status, body: JSON.parse(mapped(JSON.stringify(step.response), ids)) };
    const actual = { status, body };
    if (canonical(expected) !== canonical(actual))
      differences.push({
        recording: name,
        call: `${step.method} ${step.path} ${JSON.stringify(step.body)}`,
        expected,
        actual,
      });
  }
  return { equal: total - differences.length, total, madeElsewhere, differences };
}

function create(engine: SheetsEngine, title: string, user: string): string {
  const { body } = engine.handle({ method: "POST", path: "/v4/spreadsheets", body: { properties: { title } }, user });
  return (body as { spreadsheetId: string }).spreadsheetId;
}

const mapped = (text: string, ids: ReadonlyMap<string, string>): string =>
  [...ids].reduce((result, [from, to]) => result.replaceAll(from, to), text);

/** Walks both answers side by side and notes which of our ids stands for which recorded one. */
function learnIds(recorded: unknown, ours: unknown, ids: Map<string, string>): void {
  if (typeof recorded !== "object" || recorded === null || typeof ours !== "object" || ours === null) return;
  for (const [field, value] of Object.entries(recorded)) {
    const own = (ours as { [field: string]: unknown })[field];
    if (madeUpIds.includes(field) && String(value).length > 5 && own !== undefined) {
      if (!ids.has(String(value))) ids.set(String(value), String(own));
    } else learnIds(value, own, ids);
  }
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
