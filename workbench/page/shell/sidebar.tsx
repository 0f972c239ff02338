/** @jsxImportSource preact */
import type { Panel } from "../page-state.ts";
import { type FrameHost, ScriptFrame } from "./script-frame.tsx";

/** One at a time, 300 px wide, as Google shows it. */
export function Sidebar({ panel, host }: { panel: Panel; host: FrameHost }) {
  return (
    <aside class="sidebar" aria-label={panel.title || "サイドバー"}>
      <header>
        <h2>{panel.title}</h2>
        <button type="button" class="close" aria-label="閉じる" onClick={host.close}>
          ✕
        </button>
      </header>
      <ScriptFrame key={panel.id} title={panel.title} html={panel.html} host={host} />
    </aside>
  );
}
