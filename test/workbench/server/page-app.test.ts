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

test("nobody is served under an unknown name", async () => {
  await using desk = openPageDesk();
  const stranger = { headers: { "x-workbench-user": "stranger@example.com" } };
  for (const path of [`/v4/spreadsheets/${desk.spreadsheetId}`, "/api/events"]) {
    expect((await desk.request(path, stranger)).status).toBe(400);
  }
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
