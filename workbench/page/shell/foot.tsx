/** @jsxImportSource preact */
import type { ShellState } from "../page-state.ts";
import { Toasts } from "./toast.tsx";

/** Below the grid, which makes room: nothing here lies over a cell or a panel. */
export function Foot({ state, onClose }: { state: ShellState; onClose: () => void }) {
  return (
    <>
      <Toasts toast={state.toast} onClose={onClose} />
      <output class="status">
        <Status {...state} />
      </output>
    </>
  );
}

function Status({ connected, running }: Pick<ShellState, "connected" | "running">) {
  if (connected === undefined) return <span>ワークベンチに接続しています…</span>;
  if (!connected) return <span class="lost">接続が切れています。入力は保存されません。</span>;
  if (running.length === 0) return <span class="connected">ローカルのワークベンチに接続中</span>;
  return (
    <span class="running">
      <span class="spinner" aria-hidden="true" />
      スクリプトを実行しています…
    </span>
  );
}
