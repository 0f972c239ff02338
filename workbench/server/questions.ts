/** The alerts and prompts that scripts are waiting at. They outlive a page: one that is opened later is asked too. */
import { randomUUID } from "node:crypto";
import type { Question, Reply } from "../apps-script/ui.ts";
import type { EventHub } from "./event-hub.ts";
import type { OpenQuestion } from "./page-event.ts";

export interface Questions {
  ask(user: string, kind: OpenQuestion["kind"], question: Question): Promise<Reply>;
  /** False when nobody waits for this reply any more, or not for this person's. */
  answer(id: string, user: string, reply: Reply): boolean;
  openFor(user: string): readonly OpenQuestion[];
}

export function createQuestions(hub: EventHub): Questions {
  const open = new Map<string, { user: string; question: OpenQuestion; settle: (reply: Reply) => void }>();
  return {
    ask(user, kind, asked) {
      const question = { ...asked, kind, id: randomUUID() };
      return new Promise((settle) => {
        open.set(question.id, { user, question, settle });
        hub.publish({ type: "asked", question }, user);
      });
    },
    answer(id, user, reply) {
      const waiting = open.get(id);
      if (waiting?.user !== user) return false;
      open.delete(id);
      hub.publish({ type: "answered", id }, waiting.user);
      waiting.settle(reply);
      return true;
    },
    openFor: (user) => [...open.values()].filter((entry) => entry.user === user).map(({ question }) => question),
  };
}
