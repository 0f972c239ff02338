/** @jsxImportSource preact */
import type { HtmlDialog } from "../page-state.ts";
import { Modal } from "./modal.tsx";
import { type FrameHost, ScriptFrame } from "./script-frame.tsx";

/** A dialog whose content is a panel of the script. */
export function HtmlDialogView({ dialog, host }: { dialog: HtmlDialog; host: FrameHost }) {
  // Google gives a dialog 600 x 450 pixels when the script names no size.
  const { title, html, modal, width = 600, height = 450 } = dialog;
  return (
    <Modal title={title} fallbackTitle="ダイアログ" modal={modal} onClose={host.close} style={{ width: `${width}px` }}>
      <div class="frame" style={{ height: `${height}px` }}>
        <ScriptFrame title={title} html={html} host={host} />
      </div>
    </Modal>
  );
}
