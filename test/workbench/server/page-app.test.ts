import { expect, test, vi } from "vitest";
import { OPERATOR, openPageDesk, STAFF } from "./page-desk.ts";

test("opening the spreadsheet runs onOpen as this person and shows them the menu", async () => {
  await using desk = openPageDesk();
  const events = desk.hear(OPERATOR);
  const others = desk.hear(STAFF);
  await desk.post("/api/open", { fn: "onOpen" });
  expect(events.map(({ type }) => type)).toEqual(["started", "menu", "ended"]);
  expect(events[1]).toMatchObject({ menu: { caption: "API連携登録", entries: [{ caption: "確認", fn: "confirm" }] } });
  expect(others).toEqual([]);
});

test("an alert holds the script until this person answers", async () => {
  await using desk = openPageDesk();
  const events = desk.hear(OPERATOR);
  let ended = false;
  const running = desk.post("/api/menu", { fn: "confirm" }).then(() => (ended = true));
  await vi.waitFor(() => expect(desk.questions.openFor(OPERATOR)).toHaveLength(1));

  const [question] = desk.questions.openFor(OPERATOR);
  expect(question).toMatchObject({ title: "確認", prompt: "送信しますか", buttons: "YES_NO" });
  expect(desk.questions.openFor(STAFF)).toEqual([]);
  expect(ended).toBe(false);

  const answer = await desk.post(`/api/dialog/${question!.id}`, { button: "NO", text: "" });
  expect(answer.status).toBe(200);
  await running;
  expect(events.find(({ type }) => type === "toast")).toMatchObject({ toast: { title: "答え", message: "NO" } });
});

test("nobody answers what another person is asked", async () => {
  await using desk = openPageDesk();
  const running = desk.post("/api/menu", { fn: "confirm" });
  await vi.waitFor(() => expect(desk.questions.openFor(OPERATOR)).toHaveLength(1));
  const [question] = desk.questions.openFor(OPERATOR);
  const reply = { button: "YES", text: "" };
  expect((await desk.post(`/api/dialog/${question!.id}`, reply, STAFF)).status).toBe(404);
  expect((await desk.post(`/api/dialog/${question!.id}`, { button: "MAYBE", text: "" })).status).toBe(400);
  expect((await desk.post(`/api/dialog/${question!.id}`, reply)).status).toBe(200);
  await running;
});

test("an answer that nobody waits for is refused", async () => {
  await using desk = openPageDesk();
  expect((await desk.post("/api/dialog/unknown", { button: "OK", text: "" })).status).toBe(404);
});

test("a panel gets back what its function returned", async () => {
  await using desk = openPageDesk();
  const response = await desk.post("/api/run", { fn: "echo", args: [{ a: ["出荷", 1, null] }] });
  expect(await response.json()).toMatchObject({ outcome: "completed", value: { a: ["出荷", 1, null] } });
});

test("a script is told which cell the person is in on the page from which they start it", async () => {
  await using desk = openPageDesk();
  const response = await desk.post("/api/run", { fn: "where", currentCell: { sheetId: 0, row: 3, column: 1 } });
  expect(await response.json()).toMatchObject({ outcome: "completed", value: "B4" });
});

test("a failure of a menu item is shown to the person; that of a panel goes to the panel", async () => {
  await using desk = openPageDesk();
  const events = desk.hear(OPERATOR);
  await desk.post("/api/menu", { fn: "fail" });
  expect(events.at(-1)).toMatchObject({ type: "ended", failure: "鍵がありません。" });
  const response = await desk.post("/api/run", { fn: "fail" });
  expect(await response.json()).toMatchObject({ outcome: "failed", error: { message: "鍵がありません。" } });
  expect(events.at(-1)).not.toHaveProperty("failure");
});

test("an edit reaches the spreadsheet as the person who made it", async () => {
  await using desk = openPageDesk();
  const range = `/v4/spreadsheets/${desk.spreadsheetId}/values/A1`;
  const edit = { method: "PUT", body: JSON.stringify({ values: [["007"]] }) };
  const written = await desk.request(`${range}?valueInputOption=RAW`, {
    ...edit,
    headers: { "x-workbench-user": STAFF },
  });
  expect(written.status).toBe(200);
  const read = await desk.request(range, { headers: { "x-workbench-user": OPERATOR } });
  expect(await read.json()).toMatchObject({ values: [["007"]] });
});

test.each([
  ...["eval", "Function", "Object", "constructor", "toString", "__proto__", "__defineGetter__", "hasOwnProperty"],
  ...["Utilities", "UrlFetchApp", "Sheets", "console", "Date", "escape", "parseInt", "globalThis", "this", "class"],
  ...[
    "hidden_",
    "echo.call",
    "echo.constructor",
    "echo.name",
    "missing.call",
    "Utilities.getUuid",
    "missing",
    "",
    " echo",
    "echo()",
    "echo;x",
  ],
])("a page cannot call %j, which is no function that the script offers", async (fn) => {
  await using desk = openPageDesk();
  for (const source of ["run", "menu"]) {
    if (fn === "hidden_" && source === "menu") continue;
    const outcome = await (await desk.post(`/api/${source}`, { fn, args: ["globalThis.leaked = 1"] })).json();
    expect(outcome).toMatchObject({ outcome: "failed" });
    expect(outcome.error.message).toMatch(/^(Script function not found: |google\.script\.run\..* is not a function$)/);
  }
});

test.each([
  null,
  [],
  "echo",
  {},
  { fn: null },
  { fn: 1 },
  { fn: ["echo"] },
  { fn: { toString: "echo" } },
  { fn: "echo", args: "x" },
  { fn: "echo", args: { length: 1 } },
  { fn: "echo", currentCell: { sheetId: 0, row: -1, column: 0 } },
  { fn: "x".repeat(300) },
])("a run that asks for %j is refused with 400", async (body) => {
  await using desk = openPageDesk();
  expect((await desk.post("/api/run", body)).status).toBe(400);
});

test.each([{}, { sheetId: 0, spans: [[0, -1]] }, { sheetId: 0, spans: [[0.5, 1]] }, { sheetId: "0", spans: [] }])(
  "rows asked for by %j are refused with 400",
  async (body) => {
    await using desk = openPageDesk();
    expect((await desk.post("/api/rows", body)).status).toBe(400);
  },
);

test("a row that is asked for a thousand times is answered once", async () => {
  await using desk = openPageDesk();
  const answer = await desk.post("/api/rows", { sheetId: 0, spans: Array(1000).fill([0, 2]) });
  expect((await answer.json()).rows).toHaveLength(2);
});

test("nobody is served under an unknown name, under two, or under one that the address alone tells", async () => {
  await using desk = openPageDesk();
  const book = `/v4/spreadsheets/${desk.spreadsheetId}`;
  for (const name of ["stranger@example.com", `${STAFF}, ${OPERATOR}`, "__proto__", ""])
    expect((await desk.request(book, { headers: { "x-workbench-user": name } })).status).toBe(400);
  for (const path of [`${book}?user=${OPERATOR}`, "/api/events", "/api/events?user=stranger@example.com"])
    expect((await desk.request(path)).status).toBe(400);
});

test("streams of events do not pile up without end, and whoever leaves makes room", async () => {
  await using desk = openPageDesk();
  const open = () => desk.request(`/api/events?user=${OPERATOR}`);
  const streams: Response[] = [];
  for (let stream = await open(); stream.status === 200 && streams.length < 1000; stream = await open())
    streams.push(stream);
  expect(streams.length).toBeGreaterThan(6);
  expect(streams.length).toBeLessThan(100);
  expect((await open()).status).toBe(503);
  await Promise.all(streams.map((stream) => stream.body?.cancel()));
  await vi.waitFor(async () => expect((await open()).status).toBe(200));
});

test.each([
  ["another site's page", { origin: "https://evil.example" }],
  ["a panel's frame, which has no origin", { origin: "null" }],
  ["a page of another port", { origin: "http://127.0.0.1:9999" }],
  ["a foreign name that points here", { host: "evil.example:8080" }],
])("a request of %s is refused", async (_, headers) => {
  await using desk = openPageDesk();
  expect((await desk.request("/api/settings", { headers })).status).toBe(403);
});

test("the page's own requests are served, also under the name localhost", async () => {
  await using desk = openPageDesk();
  const headers = { host: "localhost:8080", origin: "http://localhost:8080" };
  expect((await desk.request("/api/settings", { headers })).status).toBe(200);
});

test("the page may load and send nothing beyond this server, and no file outside its folder is served", async () => {
  await using desk = openPageDesk();
  const index = await desk.request("/");
  expect(index.headers.get("content-security-policy")).toMatch(/^default-src 'self' [^*/]*data: blob:$/);
  for (const path of ["/..%2Fserver%2Fpage-app.ts", "/%2Fetc%2Fpasswd", "/missing.js"]) {
    expect((await desk.request(path)).status).toBe(404);
  }
});
