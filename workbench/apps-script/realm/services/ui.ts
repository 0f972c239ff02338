import type { Menu as BuiltMenu, ButtonName, MenuEntry, Question, Reply } from "../../ui.ts";
import { bridge } from "../bridge.ts";
import { ask, exception, mismatch } from "../call.ts";
import { enumeration, service } from "../service.ts";
import { pageOf } from "./html-service.ts";

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;

const Button = enumeration<typeof GoogleAppsScript.Base.Button>("CLOSE", "OK", "CANCEL", "YES", "NO");
const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>("OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL");

export function getUi(): Ui {
  const { source, event } = bridge.start;
  const unseen = event.kind === "clock" || event.kind === "none";
  if (source === "editor" || (source === "trigger" && unseen)) {
    throw exception("Cannot call SpreadsheetApp.getUi() from this context.");
  }
  return ui;
}

const ui: Ui = service<Ui>("Ui", {
  Button,
  ButtonSet,
  createMenu: (caption) => menuBuilder(caption, false),
  createAddonMenu: () => menuBuilder("", true),
  alert: (...args: readonly unknown[]) => Button[ask<ButtonName>("Ui.alert", question("Ui.alert", args, "OK"))],
  prompt(...args: readonly unknown[]) {
    const { button, text } = ask<Reply>("Ui.prompt", question("Ui.prompt", args, "OK"));
    return service<GoogleAppsScript.Base.PromptResponse>("PromptResponse", {
      getSelectedButton: () => Button[button],
      getResponseText: () => text,
    });
  },
  showSidebar: (page) => ask("Ui.showSidebar", pageOf(page, undefined)),
  showModalDialog: (page, title) => ask("Ui.showModalDialog", pageOf(page, title)),
  showModelessDialog: (page, title) => ask("Ui.showModelessDialog", pageOf(page, title)),
});

/** (prompt), (prompt, buttons) or (title, prompt, buttons). */
function question(method: string, args: readonly unknown[], otherwise: Question["buttons"]): Question {
  const buttons = args.length > 1 ? (String(args.at(-1)) as Question["buttons"]) : otherwise;
  if (args.length === 0 || args.length > 3 || !(buttons in ButtonSet)) throw mismatch(method, args);
  const [title, prompt] = args.length === 3 ? args : ["", args[0]];
  return { title: String(title ?? ""), prompt: String(prompt ?? ""), buttons };
}

/** Menus nest, so what a builder has gathered is found again by its object. */
const built = new WeakMap<Menu, BuiltMenu>();

function menuBuilder(caption: string, addOn: boolean): Menu {
  const entries: MenuEntry[] = [];
  const add = (entry: MenuEntry) => {
    entries.push(entry);
    return menu;
  };
  const menu: Menu = service<Menu>("Menu", {
    addItem: (itemCaption, fn) => add({ kind: "item", caption: itemCaption, fn }),
    addSeparator: () => add({ kind: "separator" }),
    addSubMenu: (sub) => add({ kind: "menu", menu: built.get(sub)! }),
    addToUi: () => ask("Ui.addToUi", built.get(menu)),
  });
  built.set(menu, { addOn, caption, entries });
  return menu;
}
