import { ask, mismatch, permit } from "../call.ts";
import { getter, type Scope } from "../scope.ts";
import { service } from "../service.ts";

type Lock = GoogleAppsScript.Lock.Lock;

function lock(scope: Scope): Lock {
  permit(getter("LockService", scope, "Lock"));
  const checked = (method: string, args: readonly unknown[]): number => {
    if (typeof args[0] !== "number") throw mismatch(`LockService.Lock.${method}`, args);
    return args[0];
  };
  return service<Lock>("Lock", {
    tryLock: (...args) => ask("Lock.tryLock", scope, checked("tryLock", args)),
    waitLock: (...args) => ask("Lock.waitLock", scope, checked("waitLock", args)),
    hasLock: () => ask("Lock.hasLock", scope),
    releaseLock: () => ask("Lock.releaseLock", scope),
  });
}

export const LockService = service<GoogleAppsScript.Lock.LockService>("LockService", {
  getUserLock: () => lock("user"),
  getScriptLock: () => lock("script"),
  getDocumentLock: () => lock("document"),
});
