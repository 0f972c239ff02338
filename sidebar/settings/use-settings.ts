import { useState } from "preact/hooks";
import { checkSummary, isFine } from "../../src/desk/connection/rules/connection.ts";
import type { SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { server, serverWithin } from "../google-script.ts";
import { useWork } from "../use-work.ts";
import { type Draft, draftOf, rebased } from "./draft.ts";

/** What is stored, and what people made of it since. */
export interface Shown {
  readonly view: SettingsView;
  readonly draft: Draft;
}

/** It waits for Rakuten up to eight times. */
const CHECK_SECONDS = 120;

/** A webhook may take twenty seconds not to answer, and ダッシュボード is written besides. */
const TEST_SECONDS = 60;

/** The settings as they are stored and shown; `shown` is undefined until they were loaded. */
export function useSettings() {
  const [shown, setShown] = useState<Shown>();
  const work = useWork<"loading" | "saving" | "checking" | "testing">();
  const { attempt, setOutcome } = work;

  /** `done` is the draft that the server has dealt with; without one, what was typed is still to be saved. */
  const adopt = (view: SettingsView, done?: Draft) =>
    setShown((before) => {
      const next = draftOf(view);
      return { view, draft: before ? rebased(before.draft, done ?? draftOf(before.view), next) : next };
    });

  const load = () =>
    attempt("loading", async () => {
      adopt(await server.loadSettings());
      setOutcome(undefined);
    });

  const check = () =>
    attempt("checking", async () => {
      const result = await serverWithin(CHECK_SECONDS).checkConnection();
      if (!result.checked) return setOutcome({ failed: true, message: result.message });
      adopt(await server.loadSettings());
      setOutcome({ failed: !isFine(result.check), message: checkSummary(result.check) });
    });

  const test = () =>
    attempt("testing", async () => {
      const { sent, message } = await serverWithin(TEST_SECONDS).sendTestNotices();
      setOutcome({ failed: !sent, message });
    });

  return { ...work, shown, setShown, adopt, load, check, test };
}

export type SettingsState = ReturnType<typeof useSettings>;
