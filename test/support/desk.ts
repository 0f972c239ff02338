import type { Notice } from "../../src/run/notice.ts";
import { type Bundle, readBundle } from "../../workbench/apps-script/bundle.ts";
import { type HostClock, virtualClock } from "../../workbench/apps-script/clock.ts";
import type { Execution } from "../../workbench/apps-script/execution/execution.ts";
import type { Gate } from "../../workbench/apps-script/execution/gate.ts";
import { createHost } from "../../workbench/apps-script/host.ts";
import { directTransport } from "../../workbench/apps-script/transport.ts";
import { type RecordingUi, recordingUi } from "../../workbench/apps-script/ui.ts";
import type { Shop } from "../../workbench/rms/shop/shop.ts";
import {
  connect,
  createWorkbench,
  OPERATOR,
  RMS,
  STAFF,
  type Workbench,
  type WorkbenchOptions,
} from "../../workbench/workbench.ts";
import { connectedAlready } from "./connected.ts";

type Orders = Parameters<Shop["add"]>[0][];

export interface DeskOptions {
  /** Orders of the shop; a shop with only these. */
  readonly orders?: Orders;
  /** Instead of `orders`: this many drawn from `seed`. */
  readonly drawn?: number;
  readonly seed?: string;
  /** SKUs of the shop before anybody adds one. */
  readonly skus?: number;
  /** How the shop's RMS works, where that matters. */
  readonly rms?: Pick<
    NonNullable<WorkbenchOptions["shop"]>,
    "reportDelay" | "asyncRefusalStatus" | "carrierAtPurchase"
  >;
  readonly gate?: Gate;
  /** How long calls take on the clock; no time at all unless said. */
  readonly latency?: NonNullable<WorkbenchOptions["latency"]>;
  /** Google's, of a consumer account unless told otherwise. */
  readonly limits?: NonNullable<WorkbenchOptions["limits"]>;
  readonly deployment?: NonNullable<WorkbenchOptions["deployment"]>;
  /** What people answer to alerts and prompts; they agree to everything unless told otherwise. */
  readonly answer?: Parameters<typeof recordingUi>[0];
  /** Neither keys nor sheets of the add-on yet. */
  readonly untouched?: boolean;
}

type Cell = string | number | boolean;
export type SheetRow = Readonly<Record<string, Cell>>;

/** A spreadsheet with the built add-on, a shop behind it and people before it. */
export interface Desk {
  readonly workbench: Workbench;
  readonly shop: Shop;
  readonly ui: RecordingUi;
  readonly faults: Workbench["sandbox"]["faults"];
  readonly clock: HostClock;
  run(fn: string, user?: string, args?: unknown[]): Promise<Execution>;
  /** Half an hour after the one before at the earliest, as the schedule has it: by then it asks for every open row again. */
  importShipments(user?: string): Promise<Notice>;
  /** Rows under the header row, by header; empty cells are left out. */
  rows(sheet: string): SheetRow[];
  grid(sheet: string): Cell[][];
  /** Types into the cell of the row whose first column is `key`, as a person would. */
  types(sheet: string, key: string, header: string, value: Cell, user?: string): void;
  /** As the operator, unless somebody else is named: rows and columns are not for staff to move. */
  batchUpdate(requests: object[], user?: string): void;
  sheetId(sheet: string): number;
  /** Time goes by, with whatever falls due in it. */
  passes(minutes: number): Promise<unknown>;
  close(): Promise<void>;
}

export const NOW = new Date("2026-11-24T10:30:00+09:00");

let read: Bundle | undefined;

/** Threads keep what they were given: one for all desks is read and sent once. */
function builtBundle(): Bundle {
  read ??= readBundle("dist");
  return read;
}

const connected = connectedAlready();

/** Where one of these is given, 初期設定 may come to something else. */
const OF_THE_SCRIPT = ["latency", "deployment", "limits"] as const;

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const ui = recordingUi(options.answer);
  const clock = virtualClock(NOW);
  const { orders, drawn = 0, seed = "desk", skus = 50 } = options;
  const given = {
    bundle: builtBundle(),
    clock,
    ui,
    shop: { seed, orders: drawn, skus, ...options.rms },
    ...(options.gate === undefined ? {} : { gate: options.gate }),
    ...(options.latency === undefined ? {} : { latency: options.latency }),
    ...(options.deployment === undefined ? {} : { deployment: options.deployment }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  };
  const alike = OF_THE_SCRIPT.every((option) => options[option] === undefined);
  const workbench = await (alike && !options.untouched ? connected(given) : createWorkbench(given));
  for (const order of orders ?? []) workbench.sandbox.shop.add(order);
  if (!alike && !options.untouched) await connect(workbench);
  return deskOf(workbench, ui, clock);
}

/** The spreadsheet copied by its operator with Drive's menu: the script comes along as a project of its own, without keys or triggers. */
export function copiedDesk({ workbench, clock }: Desk): Desk {
  const { sheets, sandbox } = workbench;
  const ui = recordingUi();
  const spreadsheetId = sheets.copy(workbench.spreadsheetId, OPERATOR);
  const fetch = directTransport({ [RMS]: sandbox.handle });
  const host = createHost({ bundle: builtBundle(), sheets, spreadsheetId, clock, ui, fetch });
  return deskOf({ ...workbench, spreadsheetId, host, close: () => host.close() }, ui, clock);
}

function deskOf(workbench: Workbench, ui: RecordingUi, clock: HostClock): Desk {
  const { sheets, spreadsheetId, host, sandbox } = workbench;
  const call = <Body>(method: string, path: string, body?: unknown, user = OPERATOR): Body => {
    const reply = sheets.handle({ method, path: `/v4/spreadsheets/${spreadsheetId}${path}`, body, user });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return reply.body as Body;
  };
  const grid = (sheet: string): Cell[][] =>
    call<{ values?: Cell[][] }>(
      "GET",
      `/values/${encodeURIComponent(`'${sheet}'`)}?valueRenderOption=UNFORMATTED_VALUE`,
    ).values ?? [];
  let nextImport = 0;
  const desk: Desk = {
    workbench,
    shop: sandbox.shop,
    ui,
    faults: sandbox.faults,
    clock,
    grid,
    run: (fn, user = OPERATOR, args = []) => host.run({ fn, args, user, source: args.length > 0 ? "run" : "menu" }),
    async importShipments(user) {
      const left = nextImport - clock.now().getTime();
      if (left > 0) await desk.passes(left / 60_000);
      nextImport = clock.now().getTime() + 30 * 60_000;
      const execution = await desk.run("importShipments", user);
      if (execution.outcome !== "completed") throw new Error(`${execution.outcome}: ${execution.error?.message}`);
      return execution.value as Notice;
    },
    rows(sheet) {
      const [headers = [], ...rows] = grid(sheet);
      return rows.map((row) =>
        Object.fromEntries(
          headers.flatMap((header, at) => (row[at] === undefined || row[at] === "" ? [] : [[header, row[at]]])),
        ),
      );
    },
    types(sheet, key, header, value, user = STAFF) {
      const [headers = [], ...rows] = grid(sheet);
      const column = headers.indexOf(header);
      const rowIndex = rows.findIndex((row) => row[0] === key) + 1;
      const userEnteredValue =
        typeof value === "string"
          ? { stringValue: value }
          : typeof value === "number"
            ? { numberValue: value }
            : { boolValue: value };
      desk.batchUpdate(
        [
          {
            updateCells: {
              start: { sheetId: desk.sheetId(sheet), rowIndex, columnIndex: column },
              rows: [{ values: [{ userEnteredValue }] }],
              fields: "userEnteredValue",
            },
          },
        ],
        user,
      );
    },
    batchUpdate: (requests, user = OPERATOR) => void call("POST", ":batchUpdate", { requests }, user),
    sheetId(sheet) {
      const { sheets: all } = call<{ sheets: { properties: { title: string; sheetId: number } }[] }>(
        "GET",
        "?fields=sheets.properties(title,sheetId)",
      );
      const found = all.find(({ properties }) => properties.title === sheet);
      if (found === undefined) throw new Error(`no sheet ${sheet}`);
      return found.properties.sheetId;
    },
    passes: (minutes) => host.advance(minutes * 60_000),
    close: () => workbench.close(),
  };
  return desk;
}
