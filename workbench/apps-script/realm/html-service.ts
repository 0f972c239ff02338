import type { HtmlPage } from "../ui.ts";
import { bridge } from "./bridge.ts";
import { exception } from "./call.ts";
import { enumeration, service } from "./service.ts";

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

function htmlOutput(content: string): HtmlOutput {
  let html = content;
  let title = "";
  let width: number | null = null;
  let height: number | null = null;
  const set = (change: () => void) => {
    change();
    return output;
  };
  const output: HtmlOutput = service<HtmlOutput>("HtmlOutput", {
    getContent: () => html,
    setContent: (text) => set(() => void (html = text)),
    append: (text) => set(() => void (html += text)),
    clear: () => set(() => void (html = "")),
    getTitle: () => title,
    setTitle: (text) => set(() => void (title = text)),
    // Typed as numbers; Google answers null until they are set.
    getWidth: () => width as unknown as number,
    setWidth: (pixels) => set(() => void (width = pixels)),
    getHeight: () => height as unknown as number,
    setHeight: (pixels) => set(() => void (height = pixels)),
    // Without effect for sidebars and dialogs.
    setSandboxMode: () => output,
    setXFrameOptionsMode: () => output,
  });
  return output;
}

export const HtmlService = service<GoogleAppsScript.HTML.HtmlService>("HtmlService", {
  createHtmlOutput: (html: unknown = "") => htmlOutput(String(html)),
  createHtmlOutputFromFile(name) {
    const html = bridge.load.html[name];
    if (html === undefined) throw exception(`No HTML file named ${name} was found.`);
    return htmlOutput(html);
  },
  SandboxMode: enumeration<typeof GoogleAppsScript.HTML.SandboxMode>("EMULATED", "IFRAME", "NATIVE"),
  XFrameOptionsMode: enumeration<typeof GoogleAppsScript.HTML.XFrameOptionsMode>("ALLOWALL", "DEFAULT"),
});

/** The page that a sidebar or dialog shows; a plain string will do for Google too. */
export function pageOf(shown: unknown, title: string | undefined): HtmlPage {
  if (typeof shown === "string") return { title: title ?? "", html: shown };
  const output = shown as HtmlOutput;
  const [width, height] = [output.getWidth(), output.getHeight()] as (number | null)[];
  return {
    ...{ title: title ?? output.getTitle(), html: output.getContent() },
    ...(width == null ? {} : { width }),
    ...(height == null ? {} : { height }),
  };
}
