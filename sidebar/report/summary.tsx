import type { ReportEntry, ReportPreview } from "../../src/desk/reports/preview-report.ts";
import { summaryText } from "../../src/desk/reports/rules/asked-report.ts";

/** What a report would tell, and to how many people, in numbers. */
export function Summary({ preview }: { readonly preview: ReportPreview }) {
  const { entries, unseen } = preview;
  return (
    <>
      <p class="notice" role="status">
        {summaryText(preview)}
      </p>
      <p>
        {kinds.map(([kind, name]) => `${name} ${entries.filter((entry) => entry.kind === kind).length}行`).join("、")}
      </p>
      {unseen === 0 ? null : (
        <p class="hint">{`件数が多いため、注文${unseen}件は確認できていません。送信は、残りの注文も続けて行います。`}</p>
      )}
    </>
  );
}

const kinds: readonly (readonly [ReportEntry["kind"], string])[] = [
  ["new", "新規"],
  ["changed", "変更"],
  ["refused", "送信できない"],
  ["held", "見送り"],
  ["waiting", "結果待ち"],
];
