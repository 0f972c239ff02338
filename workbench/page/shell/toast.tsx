/** @jsxImportSource preact */
import { useEffect } from "preact/hooks";
import type { ShownToast } from "../page-state.ts";

/** The last message only, as in Google Sheets. */
export function Toasts({ toast, onClose }: { toast: ShownToast | undefined; onClose: () => void }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toast && <Toast key={toast.id} toast={toast} onClose={onClose} />}
    </div>
  );
}

/** A negative time keeps it until it is closed. */
function Toast({ toast: { title, message, seconds, tone }, onClose }: { toast: ShownToast; onClose: () => void }) {
  useEffect(() => {
    if (seconds < 0) return;
    const timer = setTimeout(onClose, seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds, onClose]);
  return (
    <div class={`toast ${tone}`}>
      <div>
        {title !== "" && <strong>{title}</strong>}
        <p>{message}</p>
      </div>
      <button type="button" class="close" aria-label="閉じる" onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
