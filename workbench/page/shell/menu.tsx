/** @jsxImportSource preact */
import { useRef, useState } from "preact/hooks";
import type { Menu } from "../../apps-script/ui.ts";
import { MenuList } from "./menu-list.tsx";

type Choose = (fn: string) => void;

/** The page's own menu and those that the script registered. */
export function MenuBar({ menus, onChoose }: { menus: readonly Menu[]; onChoose: Choose }) {
  return (
    <nav class="menu-bar" aria-label="メニュー">
      {menus.map((menu) => (
        <DropDown key={captionOf(menu)} menu={menu} onChoose={onChoose} />
      ))}
    </nav>
  );
}

/** Google puts the menus of add-ons under one of its own. */
const captionOf = ({ addOn, caption }: Menu) => (addOn ? "拡張機能" : caption);

function DropDown({ menu, onChoose }: { menu: Menu; onChoose: Choose }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (fn: string) => {
    setOpen(false);
    onChoose(fn);
  };
  const back = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setOpen(true);
  };

  return (
    <div class="menu">
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
      >
        {captionOf(menu)}
      </button>
      {open && (
        <MenuList
          label={captionOf(menu)}
          entries={menu.entries}
          onChoose={choose}
          onLeave={() => setOpen(false)}
          onBack={back}
        />
      )}
    </div>
  );
}
