import type { FetchedHead, FetchRequest } from "../../served/url-fetch.ts";
import { newBlob } from "../blob.ts";
import { bridge } from "../bridge.ts";
import { decode, encode, signed } from "../bytes.ts";
import { askWithBytes, exception } from "../call.ts";
import { service } from "../service.ts";

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = Omit<GoogleAppsScript.URL_Fetch.URLFetchRequestOptions, "method"> & {
  readonly method?: string | undefined;
  /** Documented since 2026, not yet in Google's types. */
  readonly timeoutSeconds?: number | undefined;
};
type Blob = GoogleAppsScript.Base.Blob;

const METHODS = ["get", "delete", "patch", "post", "put"];
const DEFAULT_TIMEOUT = 360;

export const UrlFetchApp = service<GoogleAppsScript.URL_Fetch.UrlFetchApp>("UrlFetchApp", {
  fetch: (url: string, options: Options = {}) => fetch("UrlFetchApp.fetch", [{ ...options, url }])[0]!,
  fetchAll: (requests) =>
    fetch(
      "UrlFetchApp.fetchAll",
      requests.map((each) => (typeof each === "string" ? { url: each } : each)),
    ),
  getRequest(url: string, options: Options = {}) {
    const { request, body } = prepared({ ...options, url });
    const { method, headers } = request;
    // Typed as lower-case methods only, which they are.
    return {
      url,
      method: method.toLowerCase(),
      headers,
      payload: decode(body),
    } as GoogleAppsScript.URL_Fetch.URLFetchRequest;
  },
});

function fetch(name: string, requests: readonly (Options & { url: string })[]): Response[] {
  const all = requests.map(prepared);
  const sent = askWithBytes(
    name,
    [all.map(({ request }) => request)],
    all.map(({ body }) => body),
  );
  return (sent.value as FetchedHead[]).map((head, at) => response(head, sent.bytes[at]!));
}

function prepared(options: Options & { url: string }): { request: FetchRequest; body: Uint8Array } {
  const { url, payload, headers = {}, muteHttpExceptions = false, followRedirects = true } = options;
  if (typeof url !== "string" || url === "") throw exception("Attribute provided with no value: url");
  const method = (options.method ?? (payload == null ? "get" : "post")).toLowerCase();
  if (!METHODS.includes(method)) throw exception("Attribute provided with invalid value: method");
  const { body, type } = encoded(payload);
  const given = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]));
  const typed = Object.keys(given).some((key) => key.toLowerCase() === "content-type");
  const contentType = options.contentType ?? (typed || payload == null ? undefined : type);
  const withType =
    contentType === undefined ? given : { ...without(given, "content-type"), "Content-Type": contentType };
  const agent = `Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: ${bridge.start.scriptId})`;
  return {
    body,
    request: {
      url: address(options),
      method: method.toUpperCase(),
      mute: muteHttpExceptions,
      followRedirects,
      headers: { "User-Agent": agent, ...withType },
      timeout: (options.timeoutSeconds ?? DEFAULT_TIMEOUT) * 1000,
    },
  };
}

/** Characters that no address may hold are escaped, unless the caller says they are already. */
const address = ({ url, escaping = true }: Options & { url: string }): string =>
  escaping ? url.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent) : url;

const without = (headers: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));

function encoded(payload: Options["payload"]): { body: Uint8Array; type: string } {
  const form = "application/x-www-form-urlencoded";
  if (payload == null) return { body: encode(""), type: form };
  if (typeof payload === "string") return { body: encode(payload), type: form };
  if (Array.isArray(payload)) return { body: Uint8Array.from(payload as number[]), type: form };
  if (String(payload) === "Blob") {
    const blob = payload as Blob;
    return { body: Uint8Array.from(blob.getBytes()), type: blob.getContentType() ?? form };
  }
  const fields = Object.entries(payload as Record<string, unknown>);
  if (fields.some(([, value]) => String(value) === "Blob")) {
    throw new Error("workbench: UrlFetchApp.fetch with a file in a form is not implemented");
  }
  const pairs = fields.map((pair) => pair.map((part) => encodeURIComponent(String(part)).replaceAll("%20", "+")));
  return { body: encode(pairs.map((pair) => pair.join("=")).join("&")), type: form };
}

function response({ status, headers }: FetchedHead, body: Uint8Array): Response {
  const charset = /charset="?([\w-]+)/i.exec(headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? "")?.[1];
  const type = headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? null;
  return service<Response>("HTTPResponse", {
    getResponseCode: () => status,
    getContentText: (given?: string) => decode(body, given ?? charset),
    getContent: () => signed(body),
    getBlob: () => newBlob(body, type?.split(";")[0] ?? null),
    // The last of several headers of a name wins here; `getAllHeaders` gives them all.
    getHeaders: () => Object.fromEntries(headers),
    getAllHeaders: () => {
      const all: Record<string, string | string[]> = {};
      for (const [name, value] of headers) all[name] = name in all ? [all[name]!, value].flat() : value;
      return all;
    },
  });
}
