import type { ReportEntry, ReportPreview } from "../../src/desk/reports/preview-report.ts";

/** What a report would tell, and to how many people, in numbers. */
export function Summary({ preview }: { readonly preview: ReportPreview }) {
  const { orders, parcels, buyers, entries, unseen } = preview;
  return (
    <>
      <p class="notice" role="status">
        {orders === 0
          ? "送信する出荷実績はありません。"
          : `注文${orders}件、荷物${parcels}個を送信します。楽天から購入者${buyers}名へ発送メールが送られます。まだ何も送信していません。`}
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
