/** @jsxImportSource preact */
import { useRef } from "preact/hooks";
import type { Panel } from "../page-state.ts";
import { mayLeave } from "./may-leave.ts";
import { type FrameHost, ScriptFrame } from "./script-frame.tsx";

export interface SidebarHost extends FrameHost {
  /** The person closes it; `may` says whether the panel has nothing against that. */
  leave(may: boolean): void;
}

/** One at a time, 300 px wide, as Google shows it. Other than Google, it asks the panel before a person closes it. */
export function Sidebar({ panel, host }: { panel: Panel; host: SidebarHost }) {
  const sidebar = useRef<HTMLElement>(null);
  const leave = async () => host.leave(await mayLeave(sidebar.current?.querySelector("iframe") ?? null));
  return (
    <aside ref={sidebar} class="sidebar" aria-label={panel.title || "サイドバー"}>
      <header>
        <h2>{panel.title}</h2>
        <button type="button" class="close" aria-label="閉じる" onClick={leave}>
          ✕
        </button>
      </header>
      <ScriptFrame key={panel.id} title={panel.title} html={panel.html} host={host} />
    </aside>
  );
}
