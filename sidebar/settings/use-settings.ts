import { useEffect, useState } from "preact/hooks";
import { checkSummary, isFine } from "../../src/desk/connection/rules/connection.ts";
import type { SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { focusOn } from "../focus.ts";
import { server, serverWithin } from "../google-script.ts";
import { useWork } from "../use-work.ts";
import { CURES } from "./connection-section.tsx";
import { type Draft, draftOf, rebased } from "./draft.ts";
import { keepDraft, keptDraft } from "./kept-draft.ts";

/** What is stored, and what people made of it since. */
export interface Shown {
  readonly view: SettingsView;
  readonly draft: Draft;
}

const RESTORED = "前に入力して保存していない内容を戻しました。「未保存」の項目を確かめて、保存してください。";

/** It waits for Rakuten up to eight times. */
const CHECK_SECONDS = 120;

/** A webhook may take twenty seconds not to answer, and ダッシュボード is written besides. */
const TEST_SECONDS = 60;

/** The settings as they are stored and shown; `shown` is undefined until they were loaded. */
export function useSettings() {
  const [shown, setShown] = useState<Shown>();
  const work = useWork<"loading" | "saving" | "checking" | "testing">();
  const { attempt, setOutcome } = work;

  useEffect(() => {
    if (shown?.view.editable) keepDraft(shown.view, shown.draft);
  }, [shown]);

  /** `done` is the draft that the server has dealt with; without one, what was typed is still to be saved. */
  const adopt = (view: SettingsView, done?: Draft) =>
    setShown((before) => {
      const next = draftOf(view);
      return { view, draft: before ? rebased(before.draft, done ?? draftOf(before.view), next) : next };
    });

  const load = () =>
    attempt("loading", async () => {
      const view = await server.loadSettings();
      const kept = view.editable ? keptDraft(view) : undefined;
      setShown({ view, draft: kept ?? draftOf(view) });
      setOutcome(kept && { failed: false, message: RESTORED });
    });

  const check = () =>
    attempt("checking", async () => {
      const result = await serverWithin(CHECK_SECONDS).checkConnection();
      if (!result.checked) return setOutcome({ failed: true, message: result.message });
      adopt(await server.loadSettings());
      setOutcome({ failed: !isFine(result.check), message: checkSummary(result.check) });
      if (!isFine(result.check)) focusOn(CURES);
    });

  const test = () =>
    attempt("testing", async () => {
      const { sent, message } = await serverWithin(TEST_SECONDS).sendTestNotices();
      setOutcome({ failed: !sent, message });
    });

  return { ...work, shown, setShown, adopt, load, check, test };
}

export type SettingsState = ReturnType<typeof useSettings>;
