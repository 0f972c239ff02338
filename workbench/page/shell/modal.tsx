/** @jsxImportSource preact */
import type { ComponentChildren, CSSProperties } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

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
  useEffect(() => {
    if (modal) dialog.current?.showModal();
    else dialog.current?.show();
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
