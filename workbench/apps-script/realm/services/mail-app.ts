import { ask, mismatch } from "../call.ts";
import { service } from "../service.ts";

type Message = GoogleAppsScript.Mail.MailAdvancedParameters & { to?: string; subject?: string; body?: string };

export const MailApp = service<GoogleAppsScript.Mail.MailApp>("MailApp", {
  getRemainingDailyQuota: () => ask("MailApp.getRemainingDailyQuota"),
  sendEmail(...args: readonly unknown[]) {
    const { to, subject = "", body = "", ...options } = messageOf(args);
    if (typeof to !== "string" || to === "") throw mismatch("MailApp.sendEmail", args);
    ask("MailApp.sendEmail", { to, subject, body, options });
  },
});

/** (message), (to, subject, body[, options]) or (to, replyTo, subject, body). */
function messageOf(args: readonly unknown[]): Message {
  if (args.length === 1) return args[0] as Message;
  const [to, second, third, last] = args as string[];
  if (typeof last === "string") return { to: to!, replyTo: second!, subject: third!, body: last };
  return { to: to!, subject: second ?? "", body: third ?? "", ...((last ?? {}) as object) };
}
