import { useEffect } from "preact/hooks";
import { Notice } from "../notice.tsx";
import { ReadOnly } from "./read-only.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { type SettingsState, useSettings } from "./use-settings.ts";

/** The panel's three faces: not loaded, for reading, for editing. */
export function SettingsPanel() {
  const state = useSettings();
  const { shown, load } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is loaded once, when the panel opens.
  useEffect(() => void load(), []);

  if (shown === undefined) return <Loading {...state} />;
  if (!shown.view.editable) return <ReadOnly view={shown.view} />;
  return <SettingsForm shown={shown} state={state} />;
}

function Loading({ busy, outcome, idle, load }: SettingsState) {
  return (
    <>
      {outcome === undefined || busy ? <p role="status">読み込んでいます…</p> : null}
      <Notice outcome={outcome} />
      {outcome === undefined ? null : (
        <button type="button" aria-disabled={busy} onClick={idle(load)}>
          もう一度読み込む
        </button>
      )}
    </>
  );
}
