/** @jsxImportSource preact */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Menu, MenuEntry } from "../../apps-script/ui.ts";
import { onLeaving } from "./leaving.ts";

type Choose = (fn: string) => void;

/** The menus that the script registered, with the keys of a desktop menu bar. */
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
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = () => [...(whole.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

  useLayoutEffect(() => {
    if (!open) return;
    whole.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    return onLeaving(whole.current!, () => setOpen(false));
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (fn: string) => {
    setOpen(false);
    onChoose(fn);
  };
  const move = (key: string) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
    if (to !== undefined) all.at(to % all.length)?.focus();
    return to !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return setOpen(false);
    if (event.key === "Escape" && open) close();
    else if (event.key === "ArrowDown" && !open) setOpen(true);
    else if (!open || !move(event.key)) return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button and its menu together
    <div class="menu" ref={whole} onKeyDown={onKeyDown}>
      <button type="button" ref={button} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {captionOf(menu)}
      </button>
      {open && (
        <div role="menu" aria-label={captionOf(menu)} class="menu-list">
          <Entries entries={menu.entries} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

function Entries({ entries, onChoose }: { entries: readonly MenuEntry[]; onChoose: Choose }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: entries keep their places while a menu is open
  return entries.map((entry, index) => <Entry key={index} entry={entry} onChoose={onChoose} />);
}

function Entry({ entry, onChoose }: { entry: MenuEntry; onChoose: Choose }) {
  if (entry.kind === "separator") return <hr />;
  if (entry.kind === "item") {
    return (
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(entry.fn)}>
        {entry.caption}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
    <div role="group" aria-label={entry.menu.caption}>
      <div class="menu-heading" aria-hidden="true">
        {entry.menu.caption}
      </div>
      <Entries entries={entry.menu.entries} onChoose={onChoose} />
    </div>
  );
}
