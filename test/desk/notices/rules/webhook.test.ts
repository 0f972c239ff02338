import { expect, test } from "vitest";
import * as z from "zod/mini";
import { messageBody, webhookAddress, webhookKindOf } from "../../../../src/desk/notices/rules/webhook.ts";

const CHAT = "https://chat.googleapis.com/v1/spaces/AAAAinvented/messages?key=invented-key&token=inv_ented%3D";
const SLACK = "https://hooks.slack.com/services/T0INVENTED/B0INVENTED/inventedinvented";

test.each([
  [CHAT, "chat"],
  [SLACK, "slack"],
])("%s leads to %s", (address, kind) => {
  expect(webhookKindOf(address)).toBe(kind);
  expect(z.parse(webhookAddress, ` ${address}\n`)).toBe(address);
});

test.each([
  "",
  "http://hooks.slack.com/services/T0/B0/x",
  "https://hooks.slack.com/services/",
  "https://hooks.slack.com/services/T0/B0/x/../../../api",
  "https://hooks.slack.com/services/T0/B0/x#",
  "https://hooks.slack.com.example.com/services/T0/B0/x",
  "https://hooks.slack.com@example.com/services/T0/B0/x",
  "https://hooks.slack.com/workflows/T0/A0/1/x",
  "https://chat.googleapis.com/v1/spaces/AAAA/messages",
  "https://chat.googleapis.com/v1/spaces/AAAA/../../v1/media?key=a&token=b",
  "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=a token=b",
  "https://chat.google.com/v1/spaces/AAAA/messages?key=a&token=b",
  "https://example.com/?https://hooks.slack.com/services/T0/B0/x",
  `${CHAT}${"a".repeat(2_000)}`,
])("%j is refused", (address) => {
  expect(z.safeParse(webhookAddress, address).success).toBe(false);
});

test("text of ours neither links nor calls anybody in the room", () => {
  const text = "<!channel> & <users/all> <https://example.com|ここ>";
  expect(messageBody("slack", text)).toBe(
    JSON.stringify({ text: "&lt;!channel&gt; &amp; &lt;users/all&gt; &lt;https://example.com|ここ&gt;" }),
  );
  expect(messageBody("chat", text)).not.toMatch(/[<>]/);
});
