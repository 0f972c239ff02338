/** @jsxImportSource preact */
import { render } from "preact";
import type { Reply } from "../../apps-script/ui.ts";
import type { Outcome } from "../../server/page-event.ts";
import type { ShellState } from "../page-state.ts";
import { Bar, type BarActions } from "./bar.tsx";
import { ContextMenu } from "./context-menu.tsx";
import { Foot } from "./foot.tsx";
import { HtmlDialogView } from "./html-dialog.tsx";
import { QuestionDialog } from "./question-dialog.tsx";
import { Sidebar } from "./sidebar.tsx";

export interface ShellActions extends BarActions {
  answer(id: string, reply: Reply): void;
  run(fn: string, args: unknown[]): Promise<Outcome>;
  closeToast(): void;
  closeSidebar(): void;
  /** The same by a person's hand, who is asked where the panel has something against it. */
  leaveSidebar(may: boolean): void;
  closeDialog(): void;
  closeContextMenu(): void;
  resizeDialog(size: { width?: number; height?: number }): void;
  focusGrid(): void;
}

const root = (id: string) => document.getElementById(id)!;

/** Everything around the grid, into the places that the document has for it. */
export function renderShell(state: ShellState, actions: ShellActions): void {
  const { run, focusGrid } = actions;
  // Escape leaves a dialog and not a sidebar, as with Google.
  const sidebar = {
    run,
    focusGrid,
    close: actions.closeSidebar,
    leave: actions.leaveSidebar,
    escape: () => {},
    resize: () => {},
  };
  const dialog = {
    run,
    focusGrid,
    close: actions.closeDialog,
    escape: actions.closeDialog,
    resize: actions.resizeDialog,
  };
  const [question] = state.questions;
  render(<Bar state={state} actions={actions} />, root("bar"));
  render(state.sidebar && <Sidebar panel={state.sidebar} host={sidebar} />, root("panel"));
  render(<Foot state={state} onClose={actions.closeToast} />, root("messages"));
  render(
    <>
      {state.contextMenu && (
        <ContextMenu at={state.contextMenu} onChoose={actions.choose} onClose={actions.closeContextMenu} />
      )}
      {state.dialog && <HtmlDialogView key={state.dialog.id} dialog={state.dialog} host={dialog} />}
      {question && (
        <QuestionDialog
          key={question.id}
          question={question}
          onAnswer={(given) => actions.answer(question.id, given)}
        />
      )}
    </>,
    root("over"),
  );
}
