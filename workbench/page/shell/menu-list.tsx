/** @jsxImportSource preact */
import type { CSSProperties } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { MenuEntry } from "../../apps-script/ui.ts";
import { onLeaving } from "./leaving.ts";

export interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (fn: string) => void;
  /** The person turned elsewhere. */
  readonly onLeave: () => void;
  /** Escape: the keyboard goes back to where it was before. */
  readonly onBack: () => void;
  readonly style?: CSSProperties;
}

/** An open menu, with the keys of a desktop menu; it takes the keyboard as it opens. */
export function MenuList({ label, entries, onChoose, onLeave, onBack, style = {} }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...list.current!.querySelectorAll<HTMLElement>("[role=menuitem]")];
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(), []);
  // The button that opens a menu belongs to it.
  useLayoutEffect(() => onLeaving(list.current!.closest<HTMLElement>(".menu") ?? list.current!, onLeave), [onLeave]);

  const move = (key: string) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
    if (to !== undefined) all.at(to % all.length)?.focus();
    return to !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return onLeave();
    if (event.key === "Escape") onBack();
    else if (!move(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div role="menu" tabIndex={-1} aria-label={label} class="menu-list" style={style} ref={list} onKeyDown={onKeyDown}>
      <Entries entries={entries} onChoose={onChoose} />
    </div>
  );
}

function Entries({ entries, onChoose }: { entries: readonly MenuEntry[]; onChoose: MenuListProps["onChoose"] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: entries keep their places while a menu is open
  return entries.map((entry, index) => <Entry key={index} entry={entry} onChoose={onChoose} />);
}

function Entry({ entry, onChoose }: { entry: MenuEntry; onChoose: MenuListProps["onChoose"] }) {
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
