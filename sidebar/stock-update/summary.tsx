import type { UpdatePreview } from "../../src/desk/shop-stock/rules/update-preview.ts";
import { skippedCount, summaryText } from "./summary-text.ts";

/** What an update would do, in numbers, and what it would leave alone. */
export function Summary({ preview }: { readonly preview: UpdatePreview }) {
  const { skipped, stop, faults } = preview;
  const reasons = Object.entries(skipped);
  return (
    <>
      <p class="notice" role="status">
        {summaryText(preview)}
      </p>
      {stop === "" ? null : (
        <p class="notice failed" role="alert">
          {stop}
        </p>
      )}
      {reasons.length === 0 ? null : (
        <details>
          <summary>{`見送り ${skippedCount(preview)}件の理由`}</summary>
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
