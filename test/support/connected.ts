import { type HostClock, virtualClock } from "../../workbench/apps-script/clock.ts";
import type { HostState } from "../../workbench/apps-script/store.ts";
import {
  connect,
  createWorkbench,
  type Stores,
  type Workbench,
  type WorkbenchOptions,
} from "../../workbench/workbench.ts";

interface Connected {
  /** The spreadsheet as JSON text. */
  readonly book: string;
  readonly host: HostState;
}

type Options = WorkbenchOptions & { readonly clock: HostClock };

/**
 * Workbenches with keys and sheets in them. The built add-on makes these at the first one's time; all that follow
 * begin with a copy. For options on which neither depends.
 */
export function connectedAlready(): (options: Options) => Promise<Workbench> {
  let made: Promise<Connected> | undefined;
  return async (options) => {
    made ??= connectOnce(options);
    return createWorkbench({ ...options, stores: startingWith(await made) });
  };
}

async function connectOnce({ bundle, clock }: Options): Promise<Connected> {
  let book = () => "";
  let host: HostState | undefined;
  const stores: Stores = {
    sheets: {
      load: () => [],
      append(_id, _entry, snapshot) {
        book = snapshot;
      },
    },
    host: {
      load: () => undefined,
      save(state) {
        host = state;
      },
    },
  };
  const workbench = await createWorkbench({ bundle, stores, clock: virtualClock(clock.now()) });
  await connect(workbench);
  await workbench.close();
  if (host === undefined) throw new Error("the host has kept nothing");
  return { book: book(), host };
}

/** Nothing that happens to a copy is kept. */
const startingWith = ({ book, host }: Connected): Stores => ({
  sheets: { load: () => [{ name: "connected", state: book, journal: [] }], append: () => {} },
  host: { load: () => structuredClone(host), save: () => {} },
});
