import { Refused } from "./serving.ts";

/** Refuses, in Google's words, an address that the manifest's `urlFetchWhitelist` does not name; none is no limit. */
export function checkListed(whitelist: readonly string[] | undefined, url: string): void {
  if (whitelist === undefined || whitelist.some((entry) => matches(new URL(url), entry))) return;
  throw new Refused(`Request to ${url} failed because the URL has not been whitelisted in the script manifest.`);
}

/**
 * An entry is a prefix of the address as it is really called, so no `..` leads out of its path; case counts in the path
 * alone, and the host may begin with one wildcard (manifest/allowlist-url).
 */
function matches({ protocol, host, pathname }: URL, entry: string): boolean {
  const [, wildcard, listedHost = "", path = ""] = /^https:\/\/(\*(?=\.))?([^/]+)(\/.*)$/.exec(entry) ?? [];
  const listed = listedHost.toLowerCase();
  const isHost = wildcard === undefined ? host === listed : host.endsWith(listed) && host.length > listed.length;
  return path !== "" && protocol === "https:" && isHost && pathname.startsWith(path);
}
