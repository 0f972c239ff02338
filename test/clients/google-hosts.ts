/** The hosts that clients of Google Sheets call. */
const GOOGLE = new Set(["sheets.googleapis.com", "www.googleapis.com", "docs.google.com"]);

/** From now on what a client addresses to Google goes to `url`, and nothing leaves this machine; gives the way to stop. */
export function serveGoogleHosts(url: string): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { origin, hostname, pathname, search } = new URL(request.url);
    if (origin === url) return fetch(request);
    if (!GOOGLE.has(hostname)) throw new TypeError(`A client must not call ${hostname}.`);
    return fetch(new Request(url + pathname + search, request));
  };
  return () => {
    globalThis.fetch = fetch;
  };
}
