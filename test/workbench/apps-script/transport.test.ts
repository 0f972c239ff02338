import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { httpTransport, type TransportRequest } from "../../../workbench/apps-script/transport.ts";

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const request = (more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: "GET",
  url: "https://shop.example/path?q=1",
  headers: {},
  body: new Uint8Array(),
  timeout: 5_000,
  ...more,
});

test("an origin's requests reach its local server with method, path, headers and body", async () => {
  const route = await serving((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method, url, headers } = incoming;
      answer.end(
        JSON.stringify([method, url, headers.host, headers["content-length"], Buffer.concat(chunks).toString()]),
      );
    });
  });
  const send = httpTransport({ routes: { "https://shop.example": route } });
  const { status, body } = await send(request({ method: "POST", body: new TextEncoder().encode("hello") }));
  expect([status, JSON.parse(new TextDecoder().decode(body))]).toEqual([
    200,
    ["POST", "/path?q=1", "shop.example", "5", "hello"],
  ]);
});

test("response headers keep their case and repeat", async () => {
  const route = await serving((_, answer) => {
    answer.writeHead(
      200,
      [
        ["X-RMS-Id", "1"],
        ["x-list", "a"],
        ["x-list", "b"],
      ].flat(),
    );
    answer.end();
  });
  const { headers } = await httpTransport({ routes: { "https://shop.example": route } })(request());
  expect(headers.filter(([name]) => /^x-/i.test(name))).toEqual([
    ["X-RMS-Id", "1"],
    ["x-list", "a"],
    ["x-list", "b"],
  ]);
});

test("nothing is sent to an origin without a route", () => {
  expect(() => httpTransport({ routes: {} })(request())).toThrow("DNS error: https://shop.example/path?q=1");
});

test("no server, a broken connection and a body cut short are all an address unavailable", async () => {
  const cut = await serving((_, answer) => {
    answer.writeHead(200, { "Content-Length": 100 });
    answer.write("short", () => answer.destroy());
  });
  const reset = await serving((incoming) => incoming.socket.destroy());
  for (const route of ["http://127.0.0.1:1", reset, cut]) {
    await expect(httpTransport({ routes: { "https://shop.example": route } })(request())).rejects.toThrow(
      "Address unavailable: https://shop.example/path?q=1",
    );
  }
});

test("a server that never answers is given up after the time-out", async () => {
  const route = await serving(() => {});
  await expect(httpTransport({ routes: { "https://shop.example": route } })(request({ timeout: 30 }))).rejects.toThrow(
    "Timeout: https://shop.example/path?q=1",
  );
});
