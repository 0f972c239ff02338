import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { captions } from "../../src/core/menu-texts.ts";
import {
  type Preview,
  type PreviewEntry,
  type PreviewResult,
  previewKinds,
} from "../../src/desk/shipments/rules/shipment-preview.ts";
import { serverWithin } from "../google-script.ts";
import { Entries } from "./entries.tsx";

/** It looks at all open orders, as an import does: as long as Google lets an execution run. */
const PREVIEW_SECONDS = 360;

function PreviewDialog() {
  const [result, setResult] = useState<PreviewResult>();

  useEffect(() => {
    serverWithin(PREVIEW_SECONDS)
      .previewShipments()
      .then(setResult)
      .catch((error: Error) => setResult({ done: false, message: error.message }));
  }, []);

  if (result === undefined) return <p role="status">楽天に確認しています…（何も書き込みません）</p>;
  if (!result.done)
    return (
      <p class="notice failed" role="alert">
        {result.message}
      </p>
    );
  return <Found preview={result.preview} />;
}

function Found({ preview: { entries, skipped, faults, finished } }: { readonly preview: Preview }) {
  const count = (kind: PreviewEntry["kind"]) => entries.filter((entry) => entry.kind === kind).length;
  return (
    <>
      <p class="notice" role="status">
        {previewKinds.map((kind) => `${kind} ${count(kind)}件`).join("、")}
        {entries.length === 0
          ? "。取り込む内容はありません。"
          : `。まだ何も書き込んでいません。「${captions.importShipments}」で取り込みます。`}
      </p>
      {finished ? null : <p>件数が多いため、途中までの内容です。</p>}
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

render(<PreviewDialog />, document.getElementById("app") as HTMLElement);
