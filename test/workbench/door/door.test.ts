import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BODY_BYTES } from "../../../workbench/door/body.ts";
import { listen } from "../../../workbench/listen.ts";
import { createRmsSandbox } from "../../../workbench/rms/sandbox.ts";
import { serveRms } from "../../../workbench/rms/server.ts";
import { serveSheets } from "../../../workbench/sheets/api/server.ts";
import { createSheetsEngine } from "../../../workbench/sheets/engine.ts";
import { authorization } from "../rms/open-sandbox.ts";
import { OPERATOR, openPageDesk } from "../server/page-desk.ts";

interface Server {
  readonly url: string;
  close(): Promise<void>;
}

async function servePage(): Promise<Server> {
  const desk = openPageDesk();
  const listener = await listen();
  listener.answer(desk.app.fetch);
  const close = async () => {
    await listener.close();
    await desk[Symbol.asyncDispose]();
  };
  return { url: listener.url, close };
}

/** Each with an address that it answers, and one that takes a body of JSON. */
const servers = {
  page: { serve: servePage, asks: "/api/settings", takes: "/api/run", as: { "x-workbench-user": OPERATOR } },
  sandbox: {
    serve: () => serveRms(createRmsSandbox({ orders: 1, skus: 1, rateLimits: false })),
    asks: "/es/2.0/navigation/version",
    takes: "/es/2.0/order/searchOrder/",
    as: { authorization: authorization(), "content-type": "application/json; charset=utf-8" },
  },
  sheets: {
    serve: () => serveSheets(createSheetsEngine(), { port: 0 }),
    asks: "/v4/spreadsheets/1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    takes: "/v4/spreadsheets",
    as: {},
  },
};

describe.each(Object.entries(servers))("the server of the %s", (name, { serve, asks, takes, as }) => {
  let server: Server;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.close());

  /** What comes back for a request sent as it stands here, without a client that would put it right. */
  async function answer(line: string, headers: Readonly<Record<string, string>>, body = "", parts = [body]) {
    const { port, host } = new URL(server.url);
    const socket = connect(Number(port), "127.0.0.1");
    const sent = { host, connection: "close", ...as, ...headers };
    const lines = Object.entries(sent).flatMap(([key, value]) => value.split("\n").map((each) => `${key}: ${each}`));
    socket.write(`${line} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    for (const part of parts) if (part !== "" && socket.writable) socket.write(part);
    // A server that has read enough may close before it was sent everything.
    socket.on("error", () => {});
    const received = await text(socket);
    return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1]), text: received };
  }
  const get = (headers: Readonly<Record<string, string>> = {}, path = asks) => answer(`GET ${path}`, headers);
  const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
    answer(`POST ${takes}`, { "content-length": String(Buffer.byteLength(body)), ...headers }, undefined, [
      body as string,
    ]);

  test("answers callers on this machine, under both of its names", async () => {
    const served = (await get()).status;
    expect([200, 403]).toContain(served);
    const { port } = new URL(server.url);
    expect((await get({ host: `localhost:${port}` })).status).toBe(served);
  });

  test.each([
    ["a foreign name that points here", { host: "evil.example" }],
    ["a name that begins like this machine's", { host: "127.0.0.1.evil.example" }],
    ["a name that this machine's is the user of", { host: "127.0.0.1:80@evil.example" }],
    ["another site's page", { origin: "https://evil.example" }],
    ["a frame without an origin", { origin: "null" }],
    ["a page of another port", { origin: "http://127.0.0.1:1" }],
    ["a page of this name over another protocol", { origin: "https://127.0.0.1" }],
    ["an image on another site's page", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
  ])("refuses %s", async (_, headers) => {
    const { status, text } = await get(headers);
    // What is no host at all is refused before anybody asks whose it is.
    expect([400, 403]).toContain(status);
    expect(text).not.toContain(OPERATOR);
    if (status === 403) expect(text).toContain("This workbench answers its own page only.");
  });

  test("refuses a body that is too large, whether its length is told or not", async () => {
    const large = "x".repeat(BODY_BYTES + 1);
    expect((await post("", { "content-length": String(BODY_BYTES + 1) })).status).toBe(413);
    const chunks = [`${large.length.toString(16)}\r\n${large}\r\n`, "0\r\n\r\n"];
    expect((await answer(`POST ${takes}`, { "transfer-encoding": "chunked" }, "", chunks)).status).toBe(413);
  });

  test.each(["{", "{]", "", "nul", "\u0000", '{"a":'])("answers a body of %j with 400", async (body) => {
    const { status } = await post(body);
    // Nothing at all is an empty message to Google.
    expect(status).toBe(name === "sheets" && body === "" ? 200 : 400);
  });

  test.each(["/%", "/%zz", "/api/%E0%A4%A", "/es/2.0/order/%", "/v4/spreadsheets/%ff", "/?user=%"])(
    "answers the address %s with 400",
    async (path) => {
      expect((await get({}, path)).status).toBe(400);
    },
  );

  test.each(["//evil.example/", "/\\evil.example", "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%00", "*"])(
    "has nothing at the address %s, and lives on",
    async (path) => {
      expect((await get({}, path)).status).toBeGreaterThanOrEqual(400);
      expect([200, 403]).toContain((await get()).status);
    },
  );

  test("refuses a request with two lengths, which two readers could read as two requests", async () => {
    const both = { "content-length": "5", "transfer-encoding": "chunked" };
    expect((await answer(`POST ${takes}`, both, "0\r\n\r\n")).status).toBe(400);
  });
});

test("a small body that unpacks to a large one is refused while it is unpacked", async () => {
  const server = await serveSheets(createSheetsEngine(), { port: 0 });
  const body = gzipSync(Buffer.alloc(BODY_BYTES + 1));
  const headers = { "content-encoding": "gzip", "content-type": "application/json" };
  const { status } = await fetch(`${server.url}/v4/spreadsheets`, { method: "POST", headers, body });
  expect(status).toBe(413);
  await server.close();
});

test("the sandbox is served under the name of the RMS that it stands for", async () => {
  const server = await serveRms(createRmsSandbox({ orders: 1, skus: 1 }));
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.end("GET /es/2.0/navigation/version HTTP/1.1\r\nhost: api.rms.rakuten.co.jp\r\nconnection: close\r\n\r\n");
  const [head] = await once(socket, "data");
  expect(String(head)).toMatch(/^HTTP\/1\.1 401/);
  await server.close();
});
