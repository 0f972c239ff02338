export type ButtonName = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
export type ButtonSetName = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";

export interface HtmlPage {
  readonly title: string;
  readonly html: string;
  readonly width?: number;
  readonly height?: number;
}

export type MenuEntry =
  | { readonly kind: "item"; readonly caption: string; readonly fn: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly menu: Menu };

export interface Menu {
  /** An add-on's menu lies under 拡張機能 and has no caption of its own. */
  readonly addOn: boolean;
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}

export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: ButtonSetName;
}

export interface Reply {
  readonly button: ButtonName;
  readonly text: string;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** Negative: until dismissed. */
  readonly seconds: number;
}

/** A sheet, and where it is not the sheet alone a cell of it. Rows and columns count from 0. */
export interface Activated {
  readonly sheetId: number;
  readonly row?: number;
  readonly column?: number;
}

/** The window of the person for whom a script runs. */
export interface Ui {
  toast(user: string, toast: Toast): void;
  alert(user: string, question: Question): Promise<ButtonName>;
  prompt(user: string, question: Question): Promise<Reply>;
  /** Replaces the sidebar shown before. */
  showSidebar(user: string, page: HtmlPage): void;
  showDialog(user: string, page: HtmlPage, modal: boolean): void;
  /** Brings a sheet to the front, and the person into a cell of it. */
  activate(user: string, place: Activated): void;
  /** A menu was added, or replaced the one of the same caption. */
  menu(user: string, menu: Menu): void;
}

export type Shown =
  | ({ readonly kind: "toast"; readonly user: string } & Toast)
  | ({ readonly kind: "alert" | "prompt"; readonly user: string } & Question)
  | ({ readonly kind: "sidebar" | "dialog"; readonly user: string } & HtmlPage)
  | ({ readonly kind: "sheet"; readonly user: string } & Activated)
  | { readonly kind: "menu"; readonly user: string; readonly menu: Menu };

export interface RecordingUi extends Ui {
  readonly shown: readonly Shown[];
}

const agree: Readonly<Record<ButtonSetName, ButtonName>> = {
  OK: "OK",
  OK_CANCEL: "OK",
  YES_NO: "YES",
  YES_NO_CANCEL: "YES",
};

/** No window at all: writes down what would be shown, and agrees to everything unless told otherwise. */
export function recordingUi(
  answer: (question: Question, user: string) => Reply | Promise<Reply> = ({ buttons }) => ({
    button: agree[buttons],
    text: "",
  }),
): RecordingUi {
  const shown: Shown[] = [];
  return {
    shown,
    toast: (user, toast) => void shown.push({ kind: "toast", user, ...toast }),
    async alert(user, question) {
      shown.push({ kind: "alert", user, ...question });
      return (await answer(question, user)).button;
    },
    async prompt(user, question) {
      shown.push({ kind: "prompt", user, ...question });
      return answer(question, user);
    },
    showSidebar: (user, page) => void shown.push({ kind: "sidebar", user, ...page }),
    showDialog: (user, page) => void shown.push({ kind: "dialog", user, ...page }),
    activate: (user, place) => void shown.push({ kind: "sheet", user, ...place }),
    menu: (user, menu) => void shown.push({ kind: "menu", user, menu }),
  };
}
