import { createHash } from "node:crypto";
import type { HostClock } from "../clock.ts";
import type { Caller, Handlers } from "./serving.ts";

const KEY_LIFE = 30 * 24 * 60 * 60_000;

export function sessionHandlers(clock: HostClock, scriptId: string): Handlers {
  // Whoever has authorised nothing yet stays nameless (reference/base/session, `getActiveUser`).
  const email = ({ authMode, user }: Caller) => (authMode === "FULL" ? user : "");
  return {
    "Session.getActiveUser": email,
    "Session.getEffectiveUser": email,
    "Session.getTemporaryActiveUserKey": ({ user }) =>
      createHash("sha256")
        .update(`${scriptId} ${user} ${Math.floor(clock.now().getTime() / KEY_LIFE)}`)
        .digest("base64"),
  };
}
