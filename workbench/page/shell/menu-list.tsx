/** @jsxImportSource preact */
import type { CSSProperties } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Menu, MenuEntry } from "../../apps-script/ui.ts";
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

interface EntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly onChoose: MenuListProps["onChoose"];
}

/** Of the parts of one menu, one is open at a time. */
function Entries({ entries, onChoose }: EntriesProps) {
  const [open, setOpen] = useState("");
  return entries.map((entry, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: entries keep their places while a menu is open
    if (entry.kind !== "menu") return <Entry key={index} entry={entry} onChoose={onChoose} />;
    const { caption } = entry.menu;
    const toggle = (opens: boolean) => setOpen(opens ? caption : "");
    return <Part key={caption} menu={entry.menu} isOpen={open === caption} onToggle={toggle} onChoose={onChoose} />;
  });
}

function Entry({
  entry,
  onChoose,
}: {
  entry: Exclude<MenuEntry, { kind: "menu" }>;
  onChoose: EntriesProps["onChoose"];
}) {
  if (entry.kind === "separator") return <hr />;
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(entry.fn)}>
      {entry.caption}
    </button>
  );
}

interface PartProps extends Pick<EntriesProps, "onChoose"> {
  readonly menu: Menu;
  readonly isOpen: boolean;
  readonly onToggle: (opens: boolean) => void;
}

/** Opens below its name, where a list beside it could leave the window. */
function Part({ menu: { caption, entries }, isOpen, onToggle, onChoose }: PartProps) {
  const part = useRef<HTMLDivElement>(null);
  const item = (at: number) => part.current?.querySelectorAll<HTMLElement>("[role=menuitem]")[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const isName = event.target === item(0);
    if (event.key === "ArrowRight" && isName && !isOpen) onToggle(true);
    else if (event.key === "ArrowRight" && isName) item(1)?.focus();
    else if (event.key === "ArrowLeft" && isOpen) {
      onToggle(false);
      item(0)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
    <div role="group" aria-label={caption} ref={part} onKeyDown={onKeyDown}>
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        class="menu-part"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => onToggle(!isOpen)}
      >
        {caption}
      </button>
      {isOpen && (
        <div class="menu-inner">
          <Entries entries={entries} onChoose={onChoose} />
        </div>
      )}
    </div>
  );
}
