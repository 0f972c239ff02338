import type { ServiceCall } from "../../workbench/apps-script/execution/gate.ts";
import { LOG } from "./declared.ts";

/** "headers": a header is not, or not yet again, what it was. */
export type Shift = "rows" | "columns" | "headers";

interface Window {
  /** The execution has read the sheets since it began. */
  looked: boolean;
  /** What people shifted since its last look. */
  readonly shifted: Set<Shift>;
  /** Columns of 連携ログ moved since it began: only its first look was at them, as imports alone write there. */
  logShifted: boolean;
  /** It has written to where things no longer were, and not yet put that right. */
  readonly astray: Set<Shift>;
}

/**
 * For each execution, the instant between its look at the sheets and its write: what people shift then sends the write
 * astray, and the product puts it right with its next call. Only a kill exactly in between leaves it wrong.
 */
export interface Windows {
  /** People moved, inserted or deleted rows or columns of a sheet. */
  shift(kind: Shift, sheet: string): void;
  /** To be told of every call that will be carried out. */
  serve(call: ServiceCall): void;
  /** What this call would send, or has sent, astray. */
  atRisk(call: ServiceCall): ReadonlySet<Shift>;
  /** Something written astray is not put right yet. */
  isAstray(): boolean;
  /** Cells stand in columns that are not theirs, perhaps for good. */
  areColumnsAstray(): boolean;
  /** People did this since some execution's look, and what it sends astray may not be put right yet. */
  isOpen(kind: Shift): boolean;
  /** One of these executions has read the sheets and not ended. */
  hasLooked(concerns: (execution: string) => boolean): boolean;
  /** Gives what the execution left astray. */
  close(execution: string): ReadonlySet<Shift>;
}

export function windows(): Windows {
  const open = new Map<string, Window>();
  let left = false;
  const windowOf = (execution: string): Window => {
    const window = open.get(execution) ?? { looked: false, shifted: new Set(), logShifted: false, astray: new Set() };
    open.set(execution, window);
    return window;
  };
  return {
    shift(kind, sheet) {
      for (const window of open.values()) {
        if (!window.looked) continue;
        window.shifted.add(kind);
        window.logShifted ||= kind === "columns" && sheet === LOG;
      }
    },
    serve({ execution, name }) {
      const window = windowOf(execution);
      if (name === "Sheets.Spreadsheets.get") {
        window.looked = true;
        window.shifted.clear();
      }
      if (name !== "Sheets.Spreadsheets.batchUpdate") return;
      if (window.shifted.size === 0) window.astray.clear();
      for (const kind of window.shifted) window.astray.add(kind);
    },
    atRisk({ execution, name }) {
      const { shifted, logShifted, astray } = windowOf(execution);
      const lasting: ReadonlySet<Shift> = logShifted ? new Set([...astray, "columns"]) : astray;
      return name === "Sheets.Spreadsheets.batchUpdate" ? new Set([...shifted, ...lasting]) : lasting;
    },
    isAstray: () => [...open.values()].some(({ astray }) => astray.size > 0),
    isOpen: (kind) => [...open.values()].some(({ shifted, astray }) => shifted.has(kind) || astray.has(kind)),
    hasLooked: (concerns) => [...open].some(([execution, { looked }]) => looked && concerns(execution)),
    areColumnsAstray: () => left || [...open.values()].some(({ astray }) => astray.has("columns")),
    close(execution) {
      const { astray } = windowOf(execution);
      open.delete(execution);
      left ||= astray.has("columns");
      return astray;
    },
  };
}
