import type { Pace } from "./ports.ts";

/** Longer than any wait that is believed. */
const KEPT_SECONDS = 120;

/**
 * In the cache, not in properties: it is fast, costs nothing of the daily quota, forgets by itself and is shared by everybody
 * who runs this script on this spreadsheet. One read and one write a call: both pass while the call would wait for its turn anyway.
 * Two executions that read at the same moment may call at once; RMS then answers 429 to one of them, which tries again.
 */
export function gasPace(spreadsheetId: string): Pace {
  const cache = (): GoogleAppsScript.Cache.Cache => CacheService.getDocumentCache() ?? CacheService.getScriptCache();
  const place = (name: string): string => `rms-pace:${spreadsheetId}:${name}`;
  return {
    nextAt: (name) => harmless(() => Number(cache().get(place(name)))) || 0,
    note: (name, at) => {
      harmless(() => cache().put(place(name), String(at), KEPT_SECONDS));
    },
  };
}

/** A cache that fails is as good as one that forgot. */
function harmless<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
