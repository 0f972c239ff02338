import { panelFonts } from "../fonts.ts";
import { installScriptShim } from "./script-shim.ts";

/** A panel's HTML with `google.script` in it, as early in the document as can be without changing how the document is read. */
export function frameDocument(html: string): string {
  const added = `<style>${panelFonts}</style><script>(${installScriptShim})()</script>`;
  const marks = [...html.matchAll(/<head[^>]*>|<html[^>]*>|<!doctype[^>]*>/gi)];
  const at = Math.max(0, ...marks.map((match) => match.index + match[0].length));
  return html.slice(0, at) + added + html.slice(at);
}
