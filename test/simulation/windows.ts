import type { ServiceCall } from "../../workbench/apps-script/gate.ts";

export type Shift = "rows" | "columns";

interface Window {
  /** The execution has read the sheets since it began. */
  looked: boolean;
  /** What people shifted since its last look. */
  readonly shifted: Set<Shift>;
  /** It has written to where things no longer were, and not yet put that right. */
  readonly astray: Set<Shift>;
}

/**
 * For each execution, the instant between its look at the sheets and its write: what people shift then sends the write
 * astray, and the product puts it right with its next call. Only a kill exactly in between leaves it wrong.
 */
export interface Windows {
  /** People moved, inserted or deleted rows or columns. */
  shift(kind: Shift): void;
  /** To be told of every call that will be carried out. */
  serve(call: ServiceCall): void;
  /** What this call would send, or has sent, astray. */
  atRisk(call: ServiceCall): ReadonlySet<Shift>;
  /** Gives what the execution left astray. */
  close(execution: string): ReadonlySet<Shift>;
}

export function windows(): Windows {
  const open = new Map<string, Window>();
  const windowOf = (execution: string): Window => {
    const window = open.get(execution) ?? { looked: false, shifted: new Set(), astray: new Set() };
    open.set(execution, window);
    return window;
  };
  return {
    shift(kind) {
      for (const { looked, shifted } of open.values()) if (looked) shifted.add(kind);
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
      const { shifted, astray } = windowOf(execution);
      return name === "Sheets.Spreadsheets.batchUpdate" ? new Set([...shifted, ...astray]) : astray;
    },
    close(execution) {
      const { astray } = windowOf(execution);
      open.delete(execution);
      return astray;
    },
  };
}
