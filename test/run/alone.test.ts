import { expect, test } from "vitest";
import type { Platform } from "../../src/platform/ports.ts";
import { alone, busy } from "../../src/run/alone.ts";

/** Two people at one spreadsheet, whose lock lets one of them work at a time. */
function people() {
  const stored = new Map<string, string>();
  let held = false;
  const platform = (who: string) =>
    ({
      who,
      clock: { now: () => new Date("2026-11-24T10:30:00+09:00") },
      lock: {
        take: () => {
          const free = !held;
          held = true;
          return free;
        },
        release: () => {
          held = false;
        },
      },
      shared: {
        get: (name: string) => stored.get(name),
        set: (name: string, value: string) => stored.set(name, value),
        remove: (name: string) => stored.delete(name),
      },
    }) as unknown as Platform;
  return { one: platform("one@example.com"), other: platform("other@example.com") };
}

test("who comes in between does nothing, and hears who is at work on what since when", () => {
  const { one, other } = people();
  const message = alone(one, "初期設定", () => {
    expect(alone(other, "出荷指示を取得", () => "done")).toBeUndefined();
    return busy(other).message;
  });
  expect(message).toContain("「初期設定」を one@example.com が 11/24 10:30 から実行中です");
});

test("work that fails leaves the way free for the next one", () => {
  const { one, other } = people();
  const failing = () =>
    alone(one, "初期設定", () => {
      throw new Error("broken");
    });
  expect(failing).toThrow("broken");
  expect(alone(other, "出荷指示を取得", () => "done")).toBe("done");
  expect(busy(one).message).not.toContain("other@example.com");
});
