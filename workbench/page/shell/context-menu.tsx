/** @jsxImportSource preact */
import { dataMenu } from "./data-menu.ts";
import { MenuList } from "./menu-list.tsx";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** On cells and column headers: what can be done with the rows of the selection. */
export function ContextMenu({
  at,
  onChoose,
  onClose,
}: {
  at: Point;
  onChoose: (fn: string) => void;
  onClose: () => void;
}) {
  const choose = (fn: string) => {
    onClose();
    onChoose(fn);
  };
  return (
    <MenuList
      label="セルのメニュー"
      entries={dataMenu.entries}
      onChoose={choose}
      onLeave={onClose}
      onBack={onClose}
      style={{
        position: "fixed",
        left: `min(${at.x}px, calc(100vw - 280px))`,
        top: `min(${at.y}px, calc(100vh - 160px))`,
      }}
    />
  );
}
