import { isEmptied, type UpdatePreview } from "../../src/desk/shop-stock/rules/update-preview.ts";

/** What an update would do, in numbers, and what it would leave alone. */
export function Summary({ preview: { changes, even, skipped, stop, faults } }: { readonly preview: UpdatePreview }) {
  const reasons = Object.entries(skipped);
  return (
    <>
      <p class="notice" role="status">
        {`変更 ${changes.length}件（うち0になるもの ${changes.filter(isEmptied).length}件）、変更なし ${even}件、見送り ${total(skipped)}件。`}
        {changes.length === 0 ? "楽天の在庫を変更するものはありません。" : "まだ何も書き込んでいません。"}
      </p>
      {stop === "" ? null : (
        <p class="notice failed" role="alert">
          {stop}
        </p>
      )}
      {reasons.length === 0 ? null : (
        <details>
          <summary>{`見送り ${total(skipped)}件の理由`}</summary>
          <ul class="rows">
            {reasons.map(([reason, count]) => (
              <li key={reason}>{`${reason} ${count}件`}</li>
            ))}
          </ul>
        </details>
      )}
      {faults.map((fault) => (
        <p key={fault} class="notice failed">
          {fault}
        </p>
      ))}
    </>
  );
}

const total = (counts: UpdatePreview["skipped"]): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
