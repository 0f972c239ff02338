import type { Scope } from "../realm/scope.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

interface Waiter {
  readonly caller: Caller;
  readonly granted: () => void;
}

interface Lock {
  owner: string;
  readonly waiters: Waiter[];
}

/** The locks that executions hold against each other. Who waits is served in the order of arrival. */
export interface Locks {
  readonly handlers: Handlers;
  /** At the end of an execution, and across `ui.alert` and `ui.prompt`. */
  releaseAll(execution: string): void;
  /** Who holds what, for tests and for people who wonder why a job waits. */
  held(): readonly { readonly lock: string; readonly execution: string }[];
}

export function createLocks(keyOf: (caller: Caller, scope: Scope) => string): Locks {
  const locks = new Map<string, Lock>();

  async function acquire(caller: Caller, key: string, milliseconds: number): Promise<boolean> {
    const lock = locks.get(key);
    if (lock === undefined) {
      locks.set(key, { owner: caller.id, waiters: [] });
      return true;
    }
    if (lock.owner === caller.id) return true;
    if (!(milliseconds > 0)) return false;
    const ready = new AbortController();
    const waiter = { caller, granted: () => ready.abort() };
    lock.waiters.push(waiter);
    await caller.sleep(milliseconds, ready.signal);
    const waiting = lock.waiters.indexOf(waiter);
    if (waiting >= 0) lock.waiters.splice(waiting, 1);
    return locks.get(key)?.owner === caller.id;
  }

  function release(key: string, execution: string): void {
    const lock = locks.get(key);
    if (lock?.owner !== execution) return;
    const next = lock.waiters.shift();
    if (next === undefined) {
      locks.delete(key);
      return;
    }
    lock.owner = next.caller.id;
    next.granted();
  }

  return {
    releaseAll(execution) {
      for (const [key, lock] of [...locks]) {
        lock.waiters.splice(0, lock.waiters.length, ...lock.waiters.filter(({ caller }) => caller.id !== execution));
        release(key, execution);
      }
    },
    held: () => [...locks].map(([lock, { owner }]) => ({ lock, execution: owner })),
    handlers: {
      "Lock.tryLock": (caller, scope: Scope, milliseconds: number) =>
        acquire(caller, keyOf(caller, scope), milliseconds),
      "Lock.waitLock": async (caller, scope: Scope, milliseconds: number) => {
        if (await acquire(caller, keyOf(caller, scope), milliseconds)) return;
        throw new Refused("Lock timeout: another process was holding the lock for too long.");
      },
      "Lock.hasLock": (caller, scope: Scope) => locks.get(keyOf(caller, scope))?.owner === caller.id,
      "Lock.releaseLock": (caller, scope: Scope) => release(keyOf(caller, scope), caller.id),
    },
  };
}
