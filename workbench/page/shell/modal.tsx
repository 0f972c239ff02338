/** @jsxImportSource preact */
import type { ComponentChildren, CSSProperties } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

export interface ModalProps {
  readonly title: string;
  /** Read out where the script gave no title. */
  readonly fallbackTitle: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly modal?: boolean;
  readonly style?: CSSProperties;
}

/** The browser's own dialog keeps the focus inside and gives it back where it was. */
export function Modal({ title, fallbackTitle, onClose, children, modal = true, style }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current!;
    if (modal) element.showModal();
    else element.show();
    return () => element.close();
  }, [modal]);
  const label = title === "" ? { "aria-label": fallbackTitle } : { "aria-labelledby": heading };
  return (
    <dialog
      ref={dialog}
      {...label}
      style={style ?? {}}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" class="close" aria-label="閉じる" onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
