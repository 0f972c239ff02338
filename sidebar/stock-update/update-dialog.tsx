import { useEffect } from "preact/hooks";
import { Notice } from "../notice.tsx";
import { Changes } from "./changes.tsx";
import { SendSection } from "./send-section.tsx";
import { Summary } from "./summary.tsx";
import { useUpdate } from "./use-update.ts";

/** 楽天の在庫の更新を確認: look, then send. */
export function UpdateDialog() {
  const state = useUpdate();
  const { work, preview, outcome, look } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shop is asked once, when the dialog opens.
  useEffect(() => void look(), []);

  return (
    <>
      {work === "looking" ? <p role="status">楽天に確認しています…（何も書き込みません）</p> : null}
      {work === "sending" ? <p role="status">楽天の在庫を更新しています…</p> : null}
      <Notice outcome={outcome} />
      {preview === undefined || work === "looking" ? null : (
        <>
          <Summary preview={preview} />
          {preview.changes.length === 0 ? null : <Changes changes={preview.changes} />}
          <SendSection preview={preview} busy={work !== undefined} onSend={state.send} />
        </>
      )}
      {preview !== undefined || work !== undefined ? null : (
        <button type="button" id="look" class="plain" onClick={look}>
          もう一度確認する
        </button>
      )}
    </>
  );
}
