import type { Activated, HtmlPage, Menu, Question, Toast, Ui } from "../ui.ts";
import type { Locks } from "./locks.ts";
import type { Caller, Handlers } from "./serving.ts";

/** Menus by user, then by caption: adding one again replaces it. */
export type Menus = Map<string, Map<string, Menu>>;

export function uiHandlers(ui: Ui, menus: Menus, locks: Locks, addOn: boolean): Handlers {
  /** A dialog suspends the script, and Google drops its locks meanwhile (reference/base/ui, `alert`). */
  function suspended<Answer>(caller: Caller, ask: () => Promise<Answer>): Promise<Answer> {
    locks.releaseAll(caller.id);
    return caller.waitFor(ask());
  }

  return {
    "Spreadsheet.toast": ({ user }, toast: Toast) => ui.toast(user, toast),
    "Sheet.activate": ({ user }, sheetId: number) => ui.activate(user, { sheetId }),
    "Range.activate": ({ user }, cell: Activated) => ui.activate(user, cell),
    "Ui.alert": (caller, question: Question) => suspended(caller, () => ui.alert(caller.user, question)),
    "Ui.prompt": (caller, question: Question) => suspended(caller, () => ui.prompt(caller.user, question)),
    "Ui.showSidebar": ({ user }, page: HtmlPage) => ui.showSidebar(user, page),
    "Ui.showModalDialog": ({ user }, page: HtmlPage) => ui.showDialog(user, page, true),
    "Ui.showModelessDialog": ({ user }, page: HtmlPage) => ui.showDialog(user, page, false),
    "Ui.addToUi": ({ user }, built: Menu) => {
      // In an editor add-on every menu is the add-on's own, whatever caption it was given (concepts/menus).
      const menu = addOn ? { ...built, addOn } : built;
      const own = menus.get(user) ?? new Map<string, Menu>();
      menus.set(user, own.set(menu.addOn ? "" : menu.caption, menu));
      ui.menu(user, menu);
    },
  };
}
