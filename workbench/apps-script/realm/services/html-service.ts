import type { HtmlPage } from "../../ui.ts";
import { bridge } from "../bridge.ts";
import { exception } from "../call.ts";
import { enumeration, service } from "../service.ts";

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

interface State {
  readonly html: string;
  readonly title: string;
  /** Typed as numbers by Google; null until they are set. */
  readonly width: number;
  readonly height: number;
}

function htmlOutput(html: string): HtmlOutput {
  const state: State = { html, title: "", width: null as unknown as number, height: null as unknown as number };
  const set = (change: Partial<State>) => {
    Object.assign(state, change);
    return output;
  };
  const output: HtmlOutput = service<HtmlOutput>("HtmlOutput", {
    getContent: () => state.html,
    setContent: (text) => set({ html: text }),
    append: (text) => set({ html: state.html + text }),
    clear: () => set({ html: "" }),
    getTitle: () => state.title,
    setTitle: (title) => set({ title }),
    getWidth: () => state.width,
    setWidth: (width) => set({ width }),
    getHeight: () => state.height,
    setHeight: (height) => set({ height }),
    // Without effect for sidebars and dialogs.
    setSandboxMode: () => output,
    setXFrameOptionsMode: () => output,
  });
  return output;
}

export const HtmlService = service<GoogleAppsScript.HTML.HtmlService>("HtmlService", {
  createHtmlOutput: (html: unknown = "") => htmlOutput(String(html)),
  createHtmlOutputFromFile(name) {
    const html = Object.hasOwn(bridge.load.html, name) ? bridge.load.html[name] : undefined;
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
  const [width, height]: (number | null)[] = [output.getWidth(), output.getHeight()];
  return {
    title: title ?? output.getTitle(),
    html: output.getContent(),
    ...(width == null ? {} : { width }),
    ...(height == null ? {} : { height }),
  };
}
