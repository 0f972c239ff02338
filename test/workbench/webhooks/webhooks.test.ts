import { expect, test } from "vitest";
import { CHAT, createWebhooks, SLACK, type WebhookOrigin } from "../../../workbench/webhooks/webhooks.ts";

const PATHS = {
  [CHAT]: "/v1/spaces/AAAAinvented/messages?key=invented&token=invented",
  [SLACK]: "/services/T0INVENTED/B0INVENTED/invented",
};

function rooms() {
  let now = Date.parse("2026-11-24T10:30:00+09:00");
  const webhooks = createWebhooks(() => new Date(now));
  const post = (
    origin: typeof CHAT | typeof SLACK,
    body: string,
    { path = PATHS[origin], type = "application/json; charset=UTF-8" } = {},
  ) => {
    now += 2_000;
    return webhooks.handlers[origin]!({ method: "POST", path, headers: { "Content-Type": type }, body });
  };
  return { webhooks, post };
}

const message = (text: string): string => JSON.stringify({ text });

test("what is taken stands in the room as people read it", () => {
  const { webhooks, post } = rooms();
  expect(post(CHAT, message("こんにちは"))).toMatchObject({ status: 200 });
  expect(post(SLACK, message("A &amp; B &lt;C&gt; <!channel>"))).toMatchObject({ status: 200, body: "ok" });
  expect(webhooks.posted.map(({ text }) => text)).toEqual(["こんにちは", "A & B <C> [link !channel ]"]);
});

test.each<[string, WebhookOrigin, string, { path?: string; type?: string }, number]>([
  ["no JSON", CHAT, "text", {}, 400],
  ["no text", SLACK, "{}", {}, 400],
  ["no charset", CHAT, message("あ"), { type: "application/json" }, 400],
  ["a form", SLACK, message("あ"), { type: "application/x-www-form-urlencoded" }, 400],
  ["more bytes than Chat takes", CHAT, message("あ".repeat(11_000)), {}, 400],
  ["more letters than Slack keeps whole", SLACK, message("a".repeat(4_001)), {}, 400],
  ["no token", CHAT, message("あ"), { path: "/v1/spaces/AAAA/messages?key=a" }, 401],
  ["another path", SLACK, message("あ"), { path: "/api/chat.postMessage" }, 404],
])("%s is refused", (_, origin, body, more, status) => {
  const { webhooks, post } = rooms();
  expect(post(origin, body, more)).toMatchObject({ status });
  expect(webhooks.posted).toEqual([]);
});

test("Chat takes one message a second", () => {
  const webhooks = createWebhooks(() => new Date("2026-11-24T10:30:00+09:00"));
  const headers = { "Content-Type": "application/json; charset=UTF-8" };
  const send = () => webhooks.handlers[CHAT]!({ method: "POST", path: PATHS[CHAT], headers, body: message("あ") });
  expect([send().status, send().status]).toEqual([200, 429]);
});

test("a room fails from when it is told to, until it is told not to", () => {
  const { webhooks, post } = rooms();
  webhooks.fail({ status: 404 });
  expect(post(SLACK, message("あ"))).toMatchObject({ status: 404 });
  webhooks.fail({ transport: "reset" });
  expect(post(CHAT, message("あ"))).toMatchObject({ transport: "reset" });
  webhooks.fail();
  expect(post(SLACK, message("あ"))).toMatchObject({ status: 200 });
  expect(webhooks.posted).toHaveLength(1);
});
