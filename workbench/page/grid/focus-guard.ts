/** Keeps the keyboard with the person: the grid takes it only from nobody, or when it is asked to by the person's own hand. */
import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from "@univerjs/core";
import { DocSelectionRenderService } from "@univerjs/preset-sheets-core";

const FIELDS = "input, textarea, select";
const EDITORS = "[data-u-comp=editor]";

/** True when the key was meant for it: then nobody else sees it. */
export type TakeKey = (event: KeyboardEvent) => boolean;

export interface FocusGuard {
  /** The person's keys go to the active cell from now on. */
  focus(): void;
  /** The same, where nothing on the page has the keyboard. */
  focusIfFree(): void;
  /** Keys that are typed into the grid until the work is done are for no cell. */
  deafDuring(work: () => Promise<void>): Promise<void>;
  /** Keys that are typed into the grid, before Univer sees them; those of an input method that is composing are its own. */
  onKey(take: TakeKey): void;
}

/** `inFormulaBar` tells whether the person edits the active cell there; Univer would go on in the cell all the same. */
export function guardFocus(container: HTMLElement, inFormulaBar: () => boolean): FocusGuard {
  let pointed = false;
  let deaf = false;
  const isGrid = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement && container.contains(target) && !target.matches(FIELDS);
  const isElsewhere = () => document.activeElement !== document.body && !isGrid(document.activeElement);
  const focus = () => document.getElementById(`__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`)?.focus();
  const focusIfFree = () => {
    if (document.activeElement === document.body) focus();
  };

  // Univer gives its editor the focus whenever a sheet, a selection or the editor comes to be, at times long after; all through this.
  const ofUniver = DocSelectionRenderService.prototype.focus;
  DocSelectionRenderService.prototype.focus = function () {
    const { unitId } = (this as unknown as { readonly _context: { readonly unitId: string } })._context;
    const isOfBar = unitId === DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY;
    if ((pointed || !isElsewhere()) && (isOfBar || !inFormulaBar())) ofUniver.call(this);
  };

  const point = ({ target }: Event) => {
    pointed = isGrid(target);
  };
  window.addEventListener("pointerdown", point, { capture: true });
  // A panel's frame has taken the keyboard.
  window.addEventListener("blur", point);
  window.addEventListener("focusin", ({ target }) => {
    if (!isGrid(target)) pointed = false;
    else if (target.matches(EDITORS)) layOutAnew(target);
  });
  // Tabs of sheets and the like take no keys themselves.
  window.addEventListener("click", ({ target }) => {
    if (isGrid(target) && !isElsewhere() && !document.activeElement?.matches(EDITORS)) focus();
  });
  const takers: TakeKey[] = [() => deaf];
  const offer = (event: KeyboardEvent) => {
    if (event.isComposing || !isGrid(event.target) || !takers.some((take) => take(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", offer, { capture: true });

  return {
    focus,
    focusIfFree,
    onKey: (take) => void takers.push(take),
    async deafDuring(work) {
      deaf = true;
      await work().finally(() => {
        deaf = false;
      });
    },
  };
}

/** Chromium gives no text to an editor that was last laid out behind a modal dialog, also when the dialog is gone. */
function layOutAnew(editor: HTMLElement): void {
  editor.style.display = "none";
  editor.getBoundingClientRect();
  editor.style.display = "";
}
