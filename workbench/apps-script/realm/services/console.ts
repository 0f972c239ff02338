import type { LogLevel } from "../../execution/protocol.ts";
import { bridge } from "../bridge.ts";
import { service } from "../service.ts";

/** Only what Google documents (reference/base/console); `log` is of level DEBUG there. */
interface Console {
  log(...args: readonly unknown[]): void;
  info(...args: readonly unknown[]): void;
  warn(...args: readonly unknown[]): void;
  error(...args: readonly unknown[]): void;
  time(label: string): void;
  timeEnd(label: string): void;
}

const say =
  (level: LogLevel) =>
  (...args: readonly unknown[]): void =>
    bridge.log(level, bridge.natives.format(args));

const started = new Map<string, number>();

export const console = service<Console>("console", {
  log: say("debug"),
  info: say("info"),
  warn: say("warning"),
  error: say("error"),
  time: (label: string) => void started.set(label, bridge.now()),
  timeEnd(label: string) {
    const from = started.get(label);
    if (from === undefined) return;
    started.delete(label);
    bridge.log("debug", `${label}: ${bridge.now() - from}ms`);
  },
});

const lines: string[] = [];

export const Logger: GoogleAppsScript.Base.Logger = service<GoogleAppsScript.Base.Logger>("Logger", {
  log(data: unknown, ...values: readonly unknown[]) {
    const line = bridge.natives.format([data, ...values]);
    lines.push(line);
    bridge.log("info", line);
    return Logger;
  },
  getLog: () => lines.join("\n"),
  clear: () => void lines.splice(0),
});
