// node scripts/run.mjs FILE.ts [arguments]: runs a TypeScript file of the workbench or the bench.
import { existsSync } from "node:fs";
import "./typescript.mjs";

const [file = ""] = process.argv.splice(2, 1);
const url = new URL(`../${file}`, import.meta.url);
if (file.endsWith(".ts") && existsSync(url)) await import(url.href);
else {
  console.error(`Name the TypeScript file to run, from the project's folder on: there is no "${file}".`);
  process.exitCode = 1;
}
