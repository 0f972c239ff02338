import "./scripts/installed.mjs";
import { existsSync, realpathSync } from "node:fs";
import { copyFile, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LICENCES, licences } from "./scripts/licences.mjs";

const { build } = await import("esbuild");
const { GasPlugin } = await import("esbuild-gas-plugin");

const root = fileURLToPath(new URL(".", import.meta.url));
const dist = `${root}dist`;

/** Its types are those of the older esbuild that it was written for. */
const gasPlugin = /** @type {import("esbuild").Plugin} */ (/** @type {unknown} */ (GasPlugin));

/**
 * Apps Script has no module system and refuses class fields: one script file, nothing newer than ES2020.
 * @type {import("esbuild").BuildOptions}
 */
const shared = { bundle: true, target: "es2020", charset: "utf8", legalComments: "none" };

/** @typedef {import("esbuild").Metafile[]} Metafiles */
const measured = /** @type {const} */ ({ metafile: true, absWorkingDir: root });

/**
 * Built aside and then put in place, so that whoever reads dist/ meanwhile finds a whole one. Plugins come before those
 * of the build itself.
 * @param {import("esbuild").Plugin[]} plugins
 */
export async function buildAddOn(out = dist, plugins = [], readable = false) {
  const aside = await mkdtemp(`${out}-`);
  try {
    await buildInto(aside, plugins, readable);
    await rm(out, { recursive: true, force: true });
    await rename(aside, out);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {import("esbuild").Plugin[]} plugins
 * @param {boolean} readable
 */
async function buildInto(folder, plugins, readable) {
  /** @type {import("esbuild").BuildOptions} */
  const script = {
    ...shared,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    // Every execution parses it, so names and blanks go; --readable keeps them for those who look for a fault.
    minify: !readable,
    logLevel: "warning",
  };
  /** @type {Metafiles} */
  const metafiles = [];
  const { metafile } = await build({
    ...script,
    ...measured,
    entryPoints: [`${root}src/main.ts`],
    outfile: `${folder}/Code.js`,
    plugins: [...plugins, loadedLater({ ...script, plugins }, metafiles), gasPlugin],
  });
  await copyFile(`${root}appsscript.json`, `${folder}/appsscript.json`);
  for (const name of await panels()) await buildPanel(name, `${folder}/${capitalised(name)}.html`, metafiles);
  await writeFile(`${folder}/${LICENCES}`, licences([metafile, ...metafiles]));
}

/**
 * The jobs, which the call that needs them runs, and no execution before. Built on its own, its files share one
 * scope; within the outer build each of them would be wrapped to be loadable alone, which costs 8 KB.
 * @param {import("esbuild").BuildOptions} options
 * @param {Metafiles} metafiles
 * @returns {import("esbuild").Plugin}
 */
function loadedLater(options, metafiles) {
  return {
    name: "loaded-later",
    setup({ onLoad }) {
      onLoad({ filter: /\/src\/actions\.ts$/ }, async ({ path }) => {
        const script = await built({ ...options, entryPoints: [path], globalName: "later" }, metafiles);
        return { contents: `${script}\nexport const { actions } = later;`, loader: "js" };
      });
    },
  };
}

/** Each folder of sidebar/ with a page's script is one. */
const panels = async () =>
  (await readdir(`${root}sidebar`, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, "panel.tsx")))
    .map(({ name }) => name);

/** @param {string} name */
const capitalised = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * One file with everything in it: the panel may load nothing from anywhere.
 * @param {string} name
 * @param {string} file
 * @param {Metafiles} metafiles
 */
async function buildPanel(name, file, metafiles) {
  /** @type {import("esbuild").BuildOptions} */
  const script = {
    ...shared,
    entryPoints: [`${root}sidebar/${name}/panel.tsx`],
    format: "iife",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
  };
  const code = await built(script, metafiles);
  const style = await built({ entryPoints: [`${root}sidebar/panel.css`], minify: true }, metafiles);
  const page = await readFile(`${root}sidebar/panel.html`, "utf8");
  // Functions as replacements: "$&" in the code would otherwise be read as a pattern.
  const filled = page.replace("/*JS*/", () => code.trim()).replace("/*CSS*/", () => style.trim());
  await writeFile(file, filled);
}

/**
 * @param {import("esbuild").BuildOptions} options
 * @param {Metafiles} metafiles gets what the text is made of
 */
async function built(options, metafiles) {
  const { outputFiles, metafile } = await build({ ...options, ...measured, write: false });
  metafiles.push(metafile);
  return outputFiles.map(({ text }) => text).join("");
}

/**
 * A line for each file, and how much of it Google will be sent.
 * @param {string} folder
 */
async function listing(folder) {
  const names = (await readdir(folder)).sort();
  const width = Math.max(...names.map((name) => name.length));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size / 1000));
  return names.map((name, at) => `dist/${name.padEnd(width)} ${sizes[at]?.toFixed(1).padStart(8)} KB`);
}

/** True where this file is what was started, and not imported. */
const isCommand = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isCommand) {
  await import("./scripts/typescript.mjs");
  const { runCommand } = await import("./workbench/cli/command.ts");
  const { flag } = await import("./workbench/cli/option.ts");
  const command = {
    name: "npm run build",
    does: "writes dist/ (appsscript.json, Code.js, one HTML file for each panel, the licences of what is in them), ready for npm run push.",
    options: { readable: flag("leaves names and lines as they are, for reading the code in Google's editor") },
  };
  await runCommand(command, async ({ readable }) => {
    await buildAddOn(dist, [], readable);
    for (const line of await listing(dist)) console.log(line);
  });
}
