import type { ReportPreview } from "../../src/desk/reports/preview-report.ts";

interface Send {
  readonly preview: ReportPreview;
  readonly busy: boolean;
  readonly onSend: () => void;
}

/** The whole dialog is the question: what is above the button is what it does. Rows under way are asked after with it. */
export function SendSection({ preview: { orders, entries }, busy, onSend }: Send) {
  const asks = entries.some(({ kind }) => kind === "waiting");
  if (orders === 0 && !asks) return null;
  return (
    <div class="buttons sends">
      <button type="button" id="send" aria-disabled={busy} onClick={() => busy || onSend()}>
        {orders === 0 ? "前の送信の結果を確かめる" : `注文${orders}件を楽天へ送信する`}
      </button>
    </div>
  );
}
