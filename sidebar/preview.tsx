import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import {
  type Preview,
  type PreviewEntry,
  type PreviewResult,
  previewKinds,
} from "../src/desk/shipments/rules/shipment-preview.ts";
import { focusOn } from "./controls.tsx";
import { server } from "./google-script.ts";

/** As many rows as a dialog draws at once without a wait. */
const PAGE = 300;

function PreviewDialog() {
  const [result, setResult] = useState<PreviewResult>();

  useEffect(() => {
    server("previewShipments")
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
          : "。まだ何も書き込んでいません。「出荷指示を取得」で取り込みます。"}
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

function Entries({ entries }: { readonly entries: readonly PreviewEntry[] }) {
  const [shown, setShown] = useState(PAGE);
  const left = entries.length - shown;
  const more = () => {
    setShown(shown + PAGE);
    // The button goes with the last page, and the focus goes on with that page's first row.
    if (left <= PAGE) focusOn("added");
  };
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">区分</th>
            <th scope="col">注文番号</th>
            <th scope="col" class="short">
              連携状態
            </th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown).map(({ kind, orderNumber, basketId, state, detail }, at) => (
            <tr
              key={`${orderNumber}/${basketId}`}
              {...(at > 0 && at === shown - PAGE ? { id: "added", tabIndex: -1 } : {})}
            >
              <td class="short">{kind}</td>
              <td class="short">{orderNumber}</td>
              <td class="short">{state}</td>
              <td class="detail">{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left <= 0 ? null : (
        <button type="button" class="plain" onClick={more}>
          {`続きを表示（残り${left}件）`}
        </button>
      )}
    </>
  );
}

render(<PreviewDialog />, document.getElementById("app") as HTMLElement);
