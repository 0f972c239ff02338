/** @jsxImportSource preact */
import "./choice-list.css";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface ChoiceListProps {
  readonly entries: readonly string[];
  /** The entry that Enter takes. */
  readonly marked: string | undefined;
  readonly onTake: (entry: string) => void;
}

/** The entries of a drop-down cell, below it. The keyboard stays in the cell. */
export function ChoiceList({ entries, marked, onTake }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  return (
    <div class="choices" role="listbox" tabIndex={-1} aria-label="選択肢" ref={list}>
      {entries.map((entry) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the keys are those of the cell
        <div
          key={entry}
          role="option"
          aria-selected={entry === marked}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(entry)}
        >
          {entry}
        </div>
      ))}
      {entries.length === 0 && <p>一致する選択肢はありません。</p>}
    </div>
  );
}
