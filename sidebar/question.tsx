import type { ComponentChildren } from "preact";

interface Asked {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}

/** The button that leaves all as it is: a question takes the focus to it as it opens. */
export const NO = "keep";

/** A question inside the panel, before something that people may not have meant. Escape says no. */
export function Question({ title, action, danger, busy = false, onYes, onNo, children }: Asked) {
  return (
    <div
      class={danger ? "question danger" : "question"}
      role="alertdialog"
      aria-labelledby="question-title"
      aria-describedby="question-text"
      onKeyDown={(event) => event.key === "Escape" && onNo()}
    >
      <p id="question-title">
        <strong>{title}</strong>
      </p>
      <div id="question-text">{children}</div>
      <div class="buttons">
        <button type="button" class={danger ? "danger" : ""} aria-disabled={busy} onClick={onYes}>
          {action}
        </button>
        <button type="button" id={NO} class="plain" onClick={onNo}>
          やめる
        </button>
      </div>
    </div>
  );
}
