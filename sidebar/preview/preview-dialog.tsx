import { useEffect } from "preact/hooks";
import { type Preview, type PreviewEntry, previewKinds } from "../../src/desk/shipments/rules/shipment-preview.ts";
import { Notice } from "../notice.tsx";
import { Entries } from "./entries.tsx";
import { usePreview } from "./use-preview.ts";
import { Waiting } from "./waiting.tsx";

/** 取得内容を確認: what an import would do, why rows would wait, and the import itself. */
export function PreviewDialog() {
  const { work, preview, outcome, look, take } = usePreview();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shop is asked once, when the dialog opens.
  useEffect(() => void look(), []);

  return (
    <>
      {work === "looking" ? <p role="status">楽天に確認しています…（何も書き込みません）</p> : null}
      {work === "taking" ? <p role="status">取り込んでいます…</p> : null}
      <Notice outcome={outcome} />
      {preview === undefined ? null : <Found preview={preview} busy={work !== undefined} take={take} />}
      {preview !== undefined || work !== undefined ? null : (
        <div class="row">
          <button type="button" id="look" class="plain" onClick={() => void look()}>
            もう一度確認する
          </button>
        </div>
      )}
    </>
  );
}

interface FoundProps {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly take: () => void;
}

function Found({ preview: { entries, skipped, faults, finished }, busy, take }: FoundProps) {
  const count = (kind: PreviewEntry["kind"]) => entries.filter((entry) => entry.kind === kind).length;
  return (
    <>
      <p class="notice" role="status">
        {previewKinds.map((kind) => `${kind} ${count(kind)}件`).join("、")}
        {entries.length === 0 ? "。取り込む内容はありません。" : "。まだ何も書き込んでいません。"}
      </p>
      {finished ? null : <p>件数が多いため、途中までの内容です。</p>}
      {entries.length === 0 ? null : (
        <div class="buttons">
          <button type="button" id="take" aria-disabled={busy} onClick={() => busy || take()}>
            取り込む
          </button>
        </div>
      )}
      <Waiting entries={entries} />
      {entries.length === 0 ? null : <Entries entries={entries} />}
      {Object.entries(skipped).map(([reason, count]) => (
        <p key={reason}>{`見送り: ${reason} ${count}件`}</p>
      ))}
      {faults.map((fault) => (
        <p key={fault} class="notice failed">
          {fault}
        </p>
      ))}
    </>
  );
}
