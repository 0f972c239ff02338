/** The Ui that scripts see: each person's open pages. */
import type { Menu, Ui } from "../apps-script/ui.ts";
import type { EventHub } from "./event-hub.ts";
import type { Questions } from "./questions.ts";

export interface PageUi extends Ui {
  menusOf(user: string): readonly Menu[];
}

export function createPageUi(hub: EventHub, questions: Questions): PageUi {
  const menus = new Map<string, readonly Menu[]>();
  const menusOf = (user: string) => menus.get(user) ?? [];
  return {
    menusOf,
    menu(user, menu) {
      const others = menusOf(user).filter(({ caption, addOn }) => caption !== menu.caption || addOn !== menu.addOn);
      menus.set(user, [...others, menu]);
      hub.publish({ type: "menus", menus: menusOf(user) }, user);
    },
    toast: (user, toast) => hub.publish({ type: "toast", toast }, user),
    alert: async (user, question) => (await questions.ask(user, "alert", question)).button,
    prompt: (user, question) => questions.ask(user, "prompt", question),
    showSidebar: (user, page) => hub.publish({ type: "sidebar", page }, user),
    showDialog: (user, page, modal) => hub.publish({ type: "dialog", page, modal }, user),
  };
}
