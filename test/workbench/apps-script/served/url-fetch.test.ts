import { describe, expect, test } from "vitest";
import { virtualClock } from "../../../../workbench/apps-script/clock.ts";
import {
  directTransport,
  type Transport,
  TransportError,
  type TransportRequest,
} from "../../../../workbench/apps-script/transport.ts";
import { evaluate, OPERATOR, openHost, START } from "../script-host.ts";

const text = (body: string, status = 200, headers: [string, string][] = []): Awaited<ReturnType<Transport>> => ({
  status,
  headers,
  body: new TextEncoder().encode(body),
});

/** Fetches through a transport that writes down what reaches it. */
async function sent(body: string): Promise<(TransportRequest & { text: string })[]> {
  const requests: (TransportRequest & { text: string })[] = [];
  const fetch: Transport = async (request) => {
    requests.push({ ...request, text: new TextDecoder().decode(request.body) });
    return text("ok");
  };
  await evaluate(body, { fetch });
  return requests;
}

test("a plain fetch is a GET without body or content type", async () => {
  const [request] = await sent("UrlFetchApp.fetch('https://shop.example/a?b=c')");
  expect(request).toMatchObject({ method: "GET", url: "https://shop.example/a?b=c", text: "", timeout: 360_000 });
  expect(Object.keys(request!.headers)).toEqual(["User-Agent"]);
});

test("a payload of text is posted as it is, as a form unless said otherwise", async () => {
  const [plain, json, own] = await sent(`
    UrlFetchApp.fetch("https://shop.example/", { method: "post", payload: "注文" });
    UrlFetchApp.fetch("https://shop.example/", { method: "POST", payload: "{}", contentType: "application/json; charset=utf-8" });
    UrlFetchApp.fetch("https://shop.example/", { method: "put", payload: "{}", headers: { "content-type": "text/x" } });`);
  expect(plain).toMatchObject({
    method: "POST",
    text: "注文",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect(json!.headers["Content-Type"]).toBe("application/json; charset=utf-8");
  expect(own).toMatchObject({ method: "PUT", headers: { "content-type": "text/x" } });
});

test("a payload of fields is a form, bytes and blobs go as they are", async () => {
  const [form, bytes, blob] = await sent(`
    UrlFetchApp.fetch("https://shop.example/", { payload: { a: "1 2", 名: "値&" } });
    UrlFetchApp.fetch("https://shop.example/", { method: "post", payload: [104, 105] });
    UrlFetchApp.fetch("https://shop.example/", { method: "post", payload: Utilities.newBlob("csv", "text/csv") });`);
  expect(form!.text).toBe("a=1+2&%E5%90%8D=%E5%80%A4%26");
  expect(bytes!.text).toBe("hi");
  expect(blob).toMatchObject({ text: "csv", headers: { "Content-Type": "text/csv" } });
});

test("a response is read as text, signed bytes, blob and headers", async () => {
  const headers: [string, string][] = [
    ["content-TYPE", "text/plain; charset=Shift_JIS"],
    ["Set-Cookie", "a=1"],
    ["Set-Cookie", "b=2"],
  ];
  const fetch: Transport = async () => ({ status: 200, headers, body: Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]) });
  const body = `const response = UrlFetchApp.fetch("https://shop.example/");
    return [response.getContentText(), response.getContentText("ISO-8859-1").length, response.getContent(),
      response.getBlob().getContentType(), response.getHeaders(), response.getAllHeaders()["Set-Cookie"]];`;
  expect(await evaluate(body, { fetch })).toEqual([
    ...["日本", 4, [-109, -6, -106, 123], "text/plain"],
    { "content-TYPE": "text/plain; charset=Shift_JIS", "Set-Cookie": "b=2" },
    ["a=1", "b=2"],
  ]);
});

test("an error status throws with the origin and the body's beginning, unless muted", async () => {
  const fetch: Transport = async () => text("x".repeat(300), 404);
  await expect(evaluate("UrlFetchApp.fetch('https://shop.example/secret?key=1')", { fetch })).rejects.toThrow(
    `Request failed for https://shop.example returned code 404. Truncated server response: ${"x".repeat(200)}... (use muteHttpExceptions option to examine full response)`,
  );
  const muted = "return UrlFetchApp.fetch('https://shop.example/', { muteHttpExceptions: true }).getResponseCode()";
  expect(await evaluate(muted, { fetch })).toBe(404);
});

test("no answer throws whatever is muted", async () => {
  const fetch: Transport = () => Promise.reject(new TransportError("Address unavailable: https://shop.example/"));
  await expect(
    evaluate("UrlFetchApp.fetch('https://shop.example/', { muteHttpExceptions: true })", { fetch }),
  ).rejects.toThrow("failed: Exception: Address unavailable: https://shop.example/");
});

test("a server that hangs costs the time-out on the host's clock", async () => {
  const fetch = directTransport({
    "https://shop.example": () => ({ status: 200, headers: {}, body: "", transport: "hang" }),
  });
  const body = `const from = Date.now();
    try { UrlFetchApp.fetch("https://shop.example/", { timeoutSeconds: 20 }); }
    catch (error) { return [error.message, Date.now() - from]; }`;
  expect(await evaluate(body, { fetch })).toEqual(["Timeout: https://shop.example/", 20_000]);
});

test("fetchAll asks all at once, answers in order and takes as long as the slowest", async () => {
  const clock = virtualClock(START);
  const fetch = directTransport({
    "https://shop.example": ({ path }) => ({
      status: 200,
      headers: {},
      body: path,
      latency: path === "/1" ? 500 : 100,
    }),
  });
  const body = `const from = Date.now();
    const responses = UrlFetchApp.fetchAll(["https://shop.example/1", { url: "https://shop.example/2" }]);
    return [responses.map((response) => response.getContentText()), Date.now() - from];`;
  expect(await evaluate(body, { fetch, clock })).toEqual([["/1", "/2"], 500]);
});

test("fetchAll throws as a whole when one request fails unmuted", async () => {
  const fetch: Transport = async ({ url }) => text("", url.endsWith("2") ? 500 : 200);
  await expect(
    evaluate("UrlFetchApp.fetchAll(['https://shop.example/1', 'https://shop.example/2'])", { fetch }),
  ).rejects.toThrow("returned code 500");
});

test("redirects are followed, a POST becoming a GET, unless forbidden", async () => {
  const seen: string[] = [];
  const fetch: Transport = async ({ method, url }) => {
    seen.push(`${method} ${url}`);
    return url.endsWith("/old") ? text("", 302, [["location", "/new"]]) : text("arrived");
  };
  const body = (options: string) =>
    `return UrlFetchApp.fetch("https://shop.example/old", { method: "post", ${options} }).getResponseCode()`;
  expect(await evaluate(body(""), { fetch })).toBe(200);
  expect(seen).toEqual(["POST https://shop.example/old", "GET https://shop.example/new"]);
  expect(await evaluate(body("followRedirects: false"), { fetch })).toBe(302);
});

test.each([
  ["UrlFetchApp.fetch('')", "Attribute provided with no value: url"],
  ["UrlFetchApp.fetch('shop.example')", "Invalid argument: shop.example"],
  ["UrlFetchApp.fetch('https://shop.example/', { method: 'steal' })", "Attribute provided with invalid value: method"],
  ["UrlFetchApp.fetch('https://shop.example/' + 'x'.repeat(2100))", "Limit exceeded: URLFetch URL Length."],
  [
    "UrlFetchApp.fetch('https://shop.example/', { headers: { a: 'x'.repeat(9000) } })",
    "Limit exceeded: URLFetch Header Size.",
  ],
  ["UrlFetchApp.fetch('https://elsewhere.example/')", "DNS error: https://elsewhere.example/"],
])("%s is refused", async (body, message) => {
  await expect(evaluate(body, { fetch: directTransport({}) })).rejects.toThrow(message);
});

describe("a manifest with a whitelist", () => {
  const bundle = {
    manifest: { timeZone: "Asia/Tokyo", urlFetchWhitelist: ["https://shop.example/es/", "https://*.cdn.example/"] },
  };
  const get = (url: string, fetch: Transport = async () => text("ok")) =>
    evaluate(`return UrlFetchApp.fetch("${url}").getResponseCode()`, { bundle, fetch });
  const refusal = (url: string) =>
    `Request to ${url} failed because the URL has not been whitelisted in the script manifest.`;

  test.each([
    "https://shop.example/es/2.0?a=b",
    "https://SHOP.example/es/",
    "https://img.cdn.example/a",
    "https://a.b.cdn.example/",
  ])("lets %s be fetched", async (url) => {
    expect(await get(url)).toBe(200);
  });

  test.each([
    "https://shop.example/other",
    "https://shop.example/ES/",
    "https://shop.example/es",
    "https://shop.example/es/../other",
    "https://shop.example/es/%2e%2e/other",
    "http://shop.example/es/",
    "https://shop.example:8443/es/",
    "https://shop.example@evil.example/es/",
    "https://shop.example.evil.example/es/",
    "https://cdn.example/",
    "https://evilcdn.example/",
    "https://evil.example/https://shop.example/es/",
  ])("refuses %s in Google's words", async (url) => {
    await expect(get(url)).rejects.toThrow(refusal(url));
  });

  test("does not let an address that it names lead on to one that it does not", async () => {
    const fetch: Transport = async () => text("", 302, [["location", "https://evil.example/"]]);
    await expect(get("https://shop.example/es/", fetch)).rejects.toThrow(refusal("https://evil.example/"));
  });
});

test("the record of an execution holds addresses, but neither headers nor bodies", async () => {
  await using host = openHost(
    `function f() { UrlFetchApp.fetch("https://shop.example/a", { method: "post", headers: { Authorization: "ESA secret" }, payload: "private" }); }`,
    { fetch: async () => text("answer") },
  );
  const { calls } = await host.run({ fn: "f", user: OPERATOR, source: "menu" });
  expect(calls).toMatchObject([
    { name: "UrlFetchApp.fetch", urls: ["https://shop.example/a"], detail: "POST https://shop.example/a" },
  ]);
  expect(JSON.stringify(calls)).not.toMatch(/secret|private|answer/);
});
