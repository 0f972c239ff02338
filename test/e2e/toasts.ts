/** The messages of a page, kept: one that has gone before a test looks is heard of all the same. */
import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** What each toast said, title and message, oldest first; without those that a test has heard. */
    toasts: string[];
  }
}

export async function keepToasts(page: Page): Promise<void> {
  await page.addInitScript(record);
}

/** Sent to the browser as text: it may use nothing from outside itself. */
function record(): void {
  const seen = new WeakSet<Element>();
  window.toasts = [];
  new MutationObserver(() => {
    for (const toast of Array.from(document.querySelectorAll(".toast"))) {
      if (seen.has(toast)) continue;
      seen.add(toast);
      window.toasts.push(Array.from(toast.querySelectorAll("strong, p"), ({ textContent }) => textContent).join("\n"));
    }
  }).observe(document, { childList: true, subtree: true });
}

/** Waits for a message with these words that no test has heard yet, and gives its whole text. */
export async function heard(page: Page, words: string | RegExp): Promise<string> {
  const source = typeof words === "string" ? words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : words.source;
  const message = await page.waitForFunction((pattern) => {
    const at = window.toasts.findIndex((text) => new RegExp(pattern).test(text));
    return at === -1 ? undefined : window.toasts.splice(0, at + 1).at(-1);
  }, source);
  return (await message.jsonValue()) as string;
}
