import { extname } from "node:path";
import type { Context, Hono } from "hono";
import type { PageFiles } from "./page-bundle.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Panels run in a frame that inherits this, with all that Google allows them; but nothing here may ask another host for anything. */
const policy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/** Panels have no origin, and are to have the font all the same. */
export const fontRoute = (app: Hono, files: PageFiles): void =>
  void app.get("/:font{[^/]+\\.woff2}", (context) =>
    file(files, context, context.req.param("font"), { "access-control-allow-origin": "*" }),
  );

export const fileRoute = (app: Hono, files: PageFiles): void =>
  void app.get("/:file?", (context) =>
    file(files, context, context.req.param("file") ?? "index.html", {
      "content-security-policy": policy,
      "cache-control": "no-cache",
    }),
  );

function file(files: PageFiles, context: Context, name: string, headers: Record<string, string>) {
  const content = files.get(name);
  const type = types[extname(name)] ?? "application/octet-stream";
  return content === undefined ? context.notFound() : context.body(content, 200, { "content-type": type, ...headers });
}
