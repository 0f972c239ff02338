/** The Ui that scripts see: each person's open pages. */
import type { Ui } from "../apps-script/ui.ts";
import type { EventHub } from "./event-hub.ts";
import type { Questions } from "./questions.ts";

export function createPageUi(hub: EventHub, questions: Questions): Ui {
  return {
    menu: (user, menu) => hub.publish({ type: "menu", menu }, user),
    activate: (user, place) => hub.publish({ type: "activated", ...place }, user),
    toast: (user, toast) => hub.publish({ type: "toast", toast }, user),
    alert: async (user, question) => (await questions.ask(user, "alert", question)).button,
    prompt: (user, question) => questions.ask(user, "prompt", question),
    showSidebar: (user, page) => hub.publish({ type: "sidebar", page }, user),
    showDialog: (user, page, modal) => hub.publish({ type: "dialog", page, modal }, user),
  };
}
