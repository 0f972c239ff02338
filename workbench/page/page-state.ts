/** What the page shows around the grid, and how events change it. */
import type { HtmlPage, Menu, Toast } from "../apps-script/ui.ts";
import type { OpenQuestion, PageEvent, Person } from "../server/page-event.ts";

export interface ShownToast extends Toast {
  readonly id: number;
  readonly tone: "plain" | "error";
}

export interface Panel extends HtmlPage {
  readonly id: number;
}

export interface HtmlDialog extends Panel {
  readonly modal: boolean;
}

/** A script's question, or one of the page itself before something is done that is seldom meant. */
export interface ShownQuestion extends Omit<OpenQuestion, "kind"> {
  readonly kind: OpenQuestion["kind"] | "warning";
}

export interface ShellState {
  readonly title: string;
  readonly people: readonly Person[];
  readonly user: string;
  readonly menus: readonly Menu[];
  /** Undefined until it is known for the first time. */
  readonly connected: boolean | undefined;
  /** Ids of the executions that this person has under way. */
  readonly running: readonly string[];
  readonly toast: ShownToast | undefined;
  readonly questions: readonly ShownQuestion[];
  readonly sidebar: Panel | undefined;
  readonly dialog: HtmlDialog | undefined;
  /** Where the menu of the selected cells is open. */
  readonly contextMenu: { readonly x: number; readonly y: number } | undefined;
}

export const blankState: ShellState = {
  title: "",
  people: [],
  user: "",
  menus: [],
  connected: undefined,
  running: [],
  toast: undefined,
  questions: [],
  sidebar: undefined,
  dialog: undefined,
  contextMenu: undefined,
};

/** Nothing that one person was shown stays open for another: what is done in a panel is done by whoever opened it. */
export const handedTo = (user: string, { title, people }: ShellState): ShellState => ({
  ...blankState,
  title,
  people,
  user,
});

let lastId = 0;
const nextId = () => ++lastId;

/** A toast of the page itself: an edit refused, a script that failed. */
export const notice = (title: string, message: string, tone: ShownToast["tone"] = "error"): ShownToast => ({
  id: nextId(),
  title,
  message,
  seconds: 8,
  tone,
});

export function after(state: ShellState, event: PageEvent): ShellState {
  switch (event.type) {
    case "changed":
    case "activated":
      return state;
    case "menu": {
      const others = state.menus.filter(
        ({ caption, addOn }) => caption !== event.menu.caption || addOn !== event.menu.addOn,
      );
      return { ...state, menus: [...others, event.menu] };
    }
    case "started":
      return { ...state, running: [...state.running.filter((id) => id !== event.id), event.id] };
    case "ended": {
      const running = state.running.filter((id) => id !== event.id);
      const failed = event.failure !== undefined && notice("スクリプトがエラーで終了しました", event.failure);
      return { ...state, running, ...(failed && { toast: failed }) };
    }
    case "toast":
      return { ...state, toast: { ...event.toast, id: nextId(), tone: "plain" } };
    case "asked": {
      const others = state.questions.filter(({ id }) => id !== event.question.id);
      return { ...state, questions: [...others, event.question] };
    }
    case "answered":
      return { ...state, questions: state.questions.filter(({ id }) => id !== event.id) };
    case "sidebar":
      return { ...state, sidebar: { ...event.page, id: nextId() } };
    case "dialog":
      return { ...state, dialog: { ...event.page, id: nextId(), modal: event.modal } };
  }
}
