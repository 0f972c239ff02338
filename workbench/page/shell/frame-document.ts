import { installScriptShim } from "./script-shim.ts";

/** Google's machines have a Japanese font, behind Arial too; this one may have none at all. */
const fonts = ["Noto Sans JP", "Arial"].map(
  (family) =>
    `@font-face{font-family:"${family}";src:url(/noto-sans-jp-japanese-400-normal.woff2);` +
    "unicode-range:U+2010-30FF,U+4E00-9FFF,U+FF00-FFEF}",
);

/** A panel's HTML with `google.script` in it, as early in the document as can be without changing how the document is read. */
export function frameDocument(html: string): string {
  const added = `<style>${fonts.join("")}</style><script>(${installScriptShim})()</script>`;
  const marks = [...html.matchAll(/<head[^>]*>|<html[^>]*>|<!doctype[^>]*>/gi)];
  const at = Math.max(0, ...marks.map((match) => match.index + match[0].length));
  return html.slice(0, at) + added + html.slice(at);
}
