import type { Desk } from "./desk.ts";

/** Invented, as all that the rooms are reached by. */
export const CHAT_WEBHOOK =
  "https://chat.googleapis.com/v1/spaces/AAAAinvented/messages?key=invented-key&token=invented-9f3c";
export const SLACK_WEBHOOK = "https://hooks.slack.com/services/T0INVENTED/B0INVENTED/inventedInvented7d2e";

/** What the operator was told by mail: subject and body of each. */
export const mails = (desk: Desk): string[] =>
  desk.workbench.host.mail().map(({ subject, body }) => `${subject}\n\n${body}`);

/** What stands in the room. */
export const posts = (desk: Desk): string[] => desk.workbench.webhooks.posted.map(({ text }) => text);

/** The line of ダッシュボード. */
export const noticeLine = (desk: Desk) => desk.rows("ダッシュボード").find(({ 項目 }) => 項目 === "お知らせ");

export const setsWebhook = (desk: Desk, webhook: string | null) => desk.run("saveSettings", undefined, [{ webhook }]);

/** The operator's key is refused from now on: every job fails. */
export const breaksKeys = (desk: Desk): void =>
  desk.shop.changeKeys({ serviceSecret: "SP000000_other", licenseKey: "SL000000_other" }, { pendingMinutes: 0 });
