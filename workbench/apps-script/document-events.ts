import type { Execution } from "./execution/execution.ts";
import type { Edit, Event } from "./execution/protocol.ts";
import type { Runs } from "./execution/runs.ts";
import type { Services } from "./services.ts";
import type { Menu } from "./ui.ts";

/** What people do to the document, and the functions that this starts: simple triggers as themselves, installed ones as their owners. */
export interface DocumentEvents {
  /** Opens the document: runs `onOpen` as this user and the installed triggers; gives the menus that stand then. */
  open(user: string): Promise<readonly Menu[]>;
  /** A person has edited cells: `onEdit` as that person, installed triggers as their owners. */
  edited(user: string, edit: Edit): Promise<readonly Execution[]>;
  /** A person has changed the document's structure or formats ("INSERT_ROW", "FORMAT", ...). */
  changed(user: string, changeType: string): Promise<readonly Execution[]>;
}

export function documentEvents({ run }: Runs, services: Services): DocumentEvents {
  const installed = (kind: "open" | "edit" | "change", event: (triggerUid: string) => Event) =>
    services.triggers
      .of(kind)
      .map(({ id, fn, owner }) => run({ fn, user: owner, source: "trigger", event: event(id) }));

  return {
    async open(user) {
      await Promise.all([
        run({ fn: "onOpen", user, source: "open" }),
        ...installed("open", (triggerUid) => ({ kind: "open", by: user, triggerUid })),
      ]);
      return services.menus(user);
    },
    edited: (user, edit) =>
      Promise.all([
        // Not where an add-on has never been used.
        ...(services.enabled()
          ? [run({ fn: "onEdit", user, source: "edit", event: { kind: "edit", by: user, edit } })]
          : []),
        ...installed("edit", (triggerUid) => ({ kind: "edit", by: user, edit, triggerUid })),
        ...installed("change", (triggerUid) => ({ kind: "change", by: user, changeType: "EDIT", triggerUid })),
      ]),
    changed: (user, changeType) =>
      Promise.all(installed("change", (triggerUid) => ({ kind: "change", by: user, changeType, triggerUid }))),
  };
}
