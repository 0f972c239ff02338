import type { Mutant } from "../mutant.ts";

export const noticeBugs: readonly Mutant[] = [
  {
    name: "cancellation-told-at-every-run",
    file: "src/desk/notices/rules/marks.ts",
    before: "[...new Set(items)].filter((item) => !known.has(markOf(item)))",
    after: "[...new Set(items)]",
  },
  {
    name: "first-failure-is-news",
    file: "src/desk/notices/rules/queue.ts",
    before: "before + 1 < FAILURES ? after",
    after: "before + 1 > FAILURES ? after",
  },
  {
    name: "digest-at-every-tick",
    file: "src/desk/notices/rules/due.ts",
    before: "Math.abs(now.getTime() - triedAt) >= DIGEST_EVERY",
    after: "Math.abs(now.getTime() - triedAt) >= DIGEST_EVERY / 1000",
  },
  {
    name: "closing-day-in-utc",
    file: "src/desk/notices/rules/due.ts",
    before: "wallTime(now).slice(0, 10)",
    after: "now.toISOString().slice(0, 10)",
  },
  {
    name: "brackets-not-escaped-in-slack",
    file: "src/desk/notices/rules/webhook.ts",
    before: '.replace(/&/g, "&amp;").replace(/</g, "&lt;")',
    after: '.replace(/&/g, "&amp;")',
  },
  {
    name: "due-today-not-overdue-tonight",
    file: "src/desk/notices/rules/overdue.ts",
    before: "due < Math.floor(today) + 1",
    after: "due < Math.floor(today)",
  },
  {
    name: "told-twice-by-a-run-that-dies",
    file: "src/desk/notices/flush.ts",
    before: "  storeNotices(platform, state, after);\n  const failure = send();",
    after: "  const failure = send();\n  storeNotices(platform, state, after);",
  },
  {
    name: "names-of-people-in-a-chat-room",
    file: "src/desk/notices/rules/queue.ts",
    before: "text: nameless(oneLine(text)),",
    after: "text: oneLine(text),",
  },
];
