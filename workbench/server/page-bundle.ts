/** Builds the page into a folder named after what it was built from, so that a second start finds it there. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "workbench/page");

/** The folder that holds index.html, page.js, page.css and the fonts. */
export async function buildPage(cache = join(root, ".workbench/page")): Promise<string> {
  const folder = join(cache, await contentKey());
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}.tmp`;
  await build({
    entryPoints: [join(source, "page.ts"), join(source, "index.html")],
    outdir: unfinished,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".html": "copy", ".woff2": "file", ".svg": "file" },
    assetNames: "[name]",
    logLevel: "error",
  });
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  return folder;
}

/** The page's own sources, the types it shares with the server, and the locked packages. */
async function contentKey(): Promise<string> {
  const files = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256");
  for (const file of [...files, join(root, "package-lock.json"), fileURLToPath(import.meta.url)]) {
    hash.update(file.slice(root.length)).update(await readFile(file));
  }
  await mkdir(join(root, ".workbench"), { recursive: true });
  return hash.digest("hex").slice(0, 16);
}
