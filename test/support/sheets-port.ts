import { type Elsewhere, type Sheets, SheetsFailure } from "../../src/platform/ports.ts";
import { OPERATOR } from "../../workbench/people.ts";
import { createSheetsEngine, type SheetsEngine } from "../../workbench/sheets/engine.ts";

/** The engine as the workbook layer sees it, with a door before every call where a test can act in between. */
export interface EngineSheets extends Sheets {
  readonly engine: SheetsEngine;
  readonly spreadsheetId: string;
  /** Calls so far: "get" or "batchUpdate". */
  readonly calls: string[];
  /** Runs before the call of this kind that comes `nth` from now (1 is the next); it may change the sheet or throw. */
  before(kind: "get" | "batchUpdate", act: () => void, nth?: number): void;
  /** The call takes effect, then this is thrown instead of its answer. */
  losesAnswer(kind: "batchUpdate", failure: SheetsFailure): void;
  request(method: string, path: string, body?: unknown): unknown;
}

const requestsOn =
  (engine: SheetsEngine, spreadsheetId: string) =>
  (method: string, path: string, body?: unknown): unknown => {
    const reply = engine.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}${path}`, body, user: OPERATOR });
    if (reply.status !== 200)
      throw new SheetsFailure(reply.status, (reply.body as { error: { message: string } }).error.message);
    return reply.body;
  };

function sheetsOn(engine: SheetsEngine, spreadsheetId: string): Sheets {
  const request = requestsOn(engine, spreadsheetId);
  return {
    get({ ranges = [], fields }) {
      const query = new URLSearchParams([...ranges.map((range) => ["ranges", range]), ["fields", fields]] as [
        string,
        string,
      ][]);
      return request("GET", `?${query}`) as ReturnType<Sheets["get"]>;
    },
    batchUpdate: (body) => request("POST", ":batchUpdate", body) as ReturnType<Sheets["batchUpdate"]>,
  };
}

/** Other spreadsheets of the same person, on the same engine. */
export const engineElsewhere = ({ engine }: EngineSheets): Elsewhere => ({
  of: (spreadsheetId) => sheetsOn(engine, spreadsheetId),
  create(properties) {
    const { status, body } = engine.handle({
      method: "POST",
      path: "/v4/spreadsheets",
      body: { properties },
      user: OPERATOR,
    });
    if (status !== 200) throw new SheetsFailure(status, (body as { error: { message: string } }).error.message);
    return (body as { spreadsheetId: string }).spreadsheetId;
  },
});

export function engineSheets(): EngineSheets {
  const engine = createSheetsEngine();
  const created = engine.handle({
    method: "POST",
    path: "/v4/spreadsheets",
    body: { properties: { locale: "ja_JP", timeZone: "Asia/Tokyo" } },
    user: OPERATOR,
  });
  const { spreadsheetId } = created.body as { spreadsheetId: string };
  const calls: string[] = [];
  let doors: { kind: string; left: number; act: () => void }[] = [];
  let lost: SheetsFailure | undefined;

  const request = requestsOn(engine, spreadsheetId);
  const door = sheetsOn(engine, spreadsheetId);
  const pass = (kind: string): void => {
    calls.push(kind);
    const waiting = doors.filter((door) => door.kind === kind);
    for (const door of waiting) door.left--;
    doors = doors.filter((door) => door.left > 0);
    for (const door of waiting.filter(({ left }) => left === 0)) door.act();
  };
  return {
    engine,
    spreadsheetId,
    calls,
    request,
    before: (kind, act, nth = 1) => void doors.push({ kind, left: nth, act }),
    losesAnswer: (_kind, failure) => {
      lost = failure;
    },
    get(query) {
      pass("get");
      return door.get(query);
    },
    batchUpdate(body) {
      pass("batchUpdate");
      const reply = door.batchUpdate(body);
      if (lost === undefined) return reply;
      const failure = lost;
      lost = undefined;
      throw failure;
    },
  };
}
