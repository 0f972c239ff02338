import type { BigQueryEngine } from "../bigquery/engine.ts";
import { savingOf } from "../kept/saving.ts";
import { seededRandom } from "../random.ts";
import type { SheetsEngine } from "../sheets/engine.ts";
import type { Bundle } from "./bundle.ts";
import type { HostClock } from "./clock.ts";
import type { Scope } from "./realm/scope.ts";
import { bigQueryHandlers } from "./served/bigquery.ts";
import { cacheHandlers } from "./served/cache.ts";
import { createLocks, type Locks } from "./served/locks.ts";
import { type Mail, mailHandlers } from "./served/mail.ts";
import { propertyHandlers } from "./served/properties.ts";
import { createQuotas, type Limits, type Quotas } from "./served/quotas.ts";
import type { Caller, Handlers } from "./served/serving.ts";
import { sessionHandlers } from "./served/session.ts";
import { sheetsHandlers } from "./served/sheets.ts";
import { spreadsheetHandlers } from "./served/spreadsheet.ts";
import { createTriggers, type Triggers } from "./served/triggers.ts";
import { type Menus, uiHandlers } from "./served/ui.ts";
import { urlFetchHandlers } from "./served/url-fetch.ts";
import { stateFrom, storedState } from "./shared-state.ts";
import type { HostStore } from "./store.ts";
import type { Transport } from "./transport.ts";
import type { Menu, Ui } from "./ui.ts";

/** Everything that scripts share and that outlives them, with the handlers that serve their calls. */
export interface Services {
  readonly handlers: Handlers;
  readonly locks: Locks;
  readonly triggers: Triggers;
  readonly quotas: Quotas;
  readonly mail: readonly Mail[];
  readonly scriptId: string;
  menus(user: string): readonly Menu[];
  properties(store: string): Readonly<Record<string, string>>;
  /** Whether `onOpen` may use the document: always for a bound script, once used for an add-on. */
  enabled(): boolean;
  enable(): void;
  save(): void;
}

interface Options {
  readonly bundle: Bundle;
  readonly sheets: SheetsEngine;
  readonly bigQuery?: BigQueryEngine;
  readonly spreadsheetId: string;
  readonly fetch: Transport;
  readonly clock: HostClock;
  readonly ui: Ui;
  readonly limits: Limits;
  readonly deployment?: "bound" | "add-on";
  readonly store?: HostStore;
  readonly seed?: number;
  readonly scriptId?: string;
  readonly triggersChanged: () => void;
}

export function createServices(options: Options): Services {
  const { clock, limits, sheets, spreadsheetId, store } = options;
  const scriptId = options.scriptId ?? "local-script";
  const loaded = store?.load();
  const state = stateFrom(loaded);
  const quotas = createQuotas(clock);
  const mail: Mail[] = [];
  const menus: Menus = new Map();
  const addOn = options.deployment === "add-on";

  const keyOf = ({ user }: Caller, scope: Scope) =>
    ({ user: `user:${user}`, script: "script", document: `document:${spreadsheetId}` })[scope];

  const saving = savingOf(store?.name ?? "", () => store?.save(storedState(state, triggers.all())));
  const changed = () => (store === undefined ? undefined : saving.soon());
  const triggers = createTriggers(loaded?.triggers ?? [], {
    limits,
    addOn,
    now: () => clock.now(),
    random: options.seed === undefined ? Math.random : seededRandom(options.seed),
    changed() {
      changed();
      options.triggersChanged();
    },
  });
  const locks = createLocks(keyOf);

  return {
    locks,
    triggers,
    quotas,
    mail,
    scriptId,
    menus: (user) => [...(menus.get(user)?.values() ?? [])],
    properties: (key) => Object.fromEntries(state.stores.get(key) ?? []),
    enabled: () => !addOn || state.enabled,
    enable() {
      if (state.enabled) return;
      state.enabled = true;
      changed();
    },
    save: saving.now,
    handlers: {
      ...propertyHandlers(state.stores, keyOf, { quotas, limits, changed }),
      ...cacheHandlers(state.cache, keyOf, clock, changed),
      ...locks.handlers,
      ...triggers.handlers,
      ...sheetsHandlers({ engine: sheets, clock, quotas, limits }),
      ...(options.bigQuery === undefined ? {} : bigQueryHandlers(options.bigQuery)),
      ...spreadsheetHandlers(sheets, spreadsheetId),
      ...uiHandlers(options.ui, menus, locks, addOn),
      ...sessionHandlers(clock, scriptId),
      ...mailHandlers(mail, clock, quotas, limits),
      ...urlFetchHandlers({
        transport: options.fetch,
        quotas,
        limits,
        whitelist: options.bundle.manifest.urlFetchWhitelist,
      }),
      "Utilities.sleep": (caller, milliseconds: number) => caller.sleep(milliseconds),
    },
  };
}
