import { useLayoutEffect, useState } from "preact/hooks";
import { type Errors, type SaveResult, targetField } from "../../src/desk/settings/rules/settings-form.ts";
import { focusOn } from "../focus.ts";
import { server, serverWithin } from "../google-script.ts";
import { type Draft, draftErrors, draftOf, inputOf } from "./draft.ts";
import type { SettingsState, Shown } from "./use-settings.ts";

/** It goes through a whole spreadsheet. */
const SET_UP_SECONDS = 120;

/** What the form sends, and what of it was refused. */
export function useSaving({ view, draft }: Shown, { busy, attempt, setOutcome, adopt, check }: SettingsState) {
  const [errors, setErrors] = useState<Errors>({});

  // Before anything of it is seen: what is typed next belongs into the field.
  useLayoutEffect(() => {
    if (Object.keys(errors).length > 0) document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const taken = (result: SaveResult, done: Draft, message: string) => {
    if (result.saved) adopt(result.view, done);
    setErrors(result.saved ? {} : result.errors);
    setOutcome(
      result.saved
        ? { failed: false, message }
        : { failed: true, message: result.errors.form ?? "保存できない項目があります。赤い説明を確認してください。" },
    );
  };

  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found = draftErrors(draft, view);
    if (Object.keys(found).length > 0) return taken({ saved: false, errors: found }, draft, "");
    const input = inputOf(draft, view);
    await attempt("saving", async () => {
      const result = await server.saveSettings(input);
      taken(result, draft, "保存しました。");
      // Whoever has just entered keys wants to know whether Rakuten takes them.
      if (result.saved && Object.keys(input.keys).length > 0) await check();
    });
  };

  const removeKeys = () =>
    attempt("saving", async () => {
      const { serviceSecret, licenseKey } = draft;
      const result = await server.deleteKeys();
      taken(result, { ...draftOf(view), serviceSecret, licenseKey }, "キーを削除しました。");
      if (result.saved) focusOn("serviceSecret");
    });

  const removeWebhook = () =>
    attempt("saving", async () => {
      const result = await server.saveSettings({ webhook: null });
      taken(result, { ...draftOf(view), webhook: draft.webhook }, "Webhookを削除しました。");
      if (result.saved) focusOn("webhook");
    });

  const setUp = () =>
    attempt("saving", async () => {
      const { message } = await serverWithin(SET_UP_SECONDS).setUp();
      const loaded = await server.loadSettings();
      adopt(loaded);
      setOutcome({ failed: false, message });
      const [first] = loaded.targets;
      if (first !== undefined && loaded.targetsMissing === "") focusOn(targetField(first.key));
    });

  return { errors, save, removeKeys, removeWebhook, setUp };
}
