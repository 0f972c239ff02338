/** Builds the page into a folder named after what it was built from, so that a second start finds it there. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { LICENCES, licences } from "../../scripts/licences.mjs";

/** index.html, page.js, page.css, the fonts and the licences of what is in them, by name. */
export type PageFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "workbench/page");

export async function pageFiles(cache = join(root, ".workbench/page")): Promise<PageFiles> {
  const key = await contentKey();
  const folder = join(cache, key);
  if (!existsSync(folder)) await buildInto(folder);
  await removeOthers(cache, key);
  const names = await readdir(folder);
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}

async function buildInto(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}.tmp`;
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [join(source, "page.ts"), join(source, "index.html")],
    outdir: unfinished,
    bundle: true,
    minify: true,
    format: "esm",
    // The grid's hyphenation of some seventy languages is half of all its code, and nobody asks for it.
    splitting: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".html": "copy", ".woff2": "file" },
    assetNames: "[name]",
    logLevel: "error",
  });
  await writeFile(join(unfinished, LICENCES), licences([metafile]));
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Two starts at once: the other one was first, with the same content.
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true });
  }
}

/** Each build is some 13 MB, and nothing goes back to an older one. */
async function removeOthers(cache: string, key: string): Promise<void> {
  const others = (await readdir(cache)).filter((name) => !name.startsWith(key));
  await Promise.all(others.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

/** The page's own sources and the locked packages. */
async function contentKey(): Promise<string> {
  const files = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256");
  for (const file of [...files, join(root, "package-lock.json"), fileURLToPath(import.meta.url)]) {
    hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}
