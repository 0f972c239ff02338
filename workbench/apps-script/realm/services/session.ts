import { bridge } from "../bridge.ts";
import { ask, permit } from "../call.ts";
import { service } from "../service.ts";

type User = GoogleAppsScript.Base.User;

export const userObject = (email: string): User => service<User>("User", { getEmail: () => email });

/** Unauthorised modes hide the user without an error; only a missing scope is one. */
function user(name: string): User {
  if (bridge.start.authMode !== "FULL") return userObject("");
  permit(name);
  return userObject(ask<string>(name));
}

export const Session = service<GoogleAppsScript.Base.Session>("Session", {
  getActiveUser: () => user("Session.getActiveUser"),
  getEffectiveUser: () => user("Session.getEffectiveUser"),
  getActiveUserLocale: () => "ja",
  getScriptTimeZone: () => bridge.load.timeZone,
  getTemporaryActiveUserKey: () => ask<string>("Session.getTemporaryActiveUserKey"),
});
