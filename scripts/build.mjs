import "./installed.mjs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

const { build } = await import("esbuild");
const { GasPlugin } = await import("esbuild-gas-plugin");

const HELP =
  "npm run build: writes dist/ (appsscript.json, Code.js, one HTML file for each panel), ready for npm run push.";
const root = new URL("../", import.meta.url).pathname;

/** Apps Script has no module system and refuses class fields: one script file, nothing newer than ES2020. */
const shared = { bundle: true, target: "es2020", charset: "utf8", legalComments: "none" };

export async function buildAddOn(out = `${root}dist`, plugins = []) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    ...shared,
    entryPoints: [`${root}src/main.ts`],
    outfile: `${out}/Code.js`,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    // Names stay: stack traces in the execution log are read by people.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
    plugins: [...plugins, GasPlugin],
  });
  await copyFile(`${root}appsscript.json`, `${out}/appsscript.json`);
  await buildPanel("settings", `${out}/Settings.html`);
}

/** One file with everything in it: the panel may load nothing from anywhere. */
async function buildPanel(name, file) {
  const script = await build({
    ...shared,
    entryPoints: [`${root}sidebar/${name}.tsx`],
    format: "iife",
    minify: true,
    write: false,
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const style = await build({ entryPoints: [`${root}sidebar/panel.css`], minify: true, write: false });
  const page = await readFile(`${root}sidebar/${name}.html`, "utf8");
  // Functions as replacements: "$&" in the code would otherwise be read as a pattern.
  const filled = page
    .replace("/*JS*/", () => script.outputFiles[0].text.trim())
    .replace("/*CSS*/", () => style.outputFiles[0].text.trim());
  await writeFile(file, filled);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) console.log(HELP);
  else await buildAddOn();
}
