// node scripts/run.mjs FILE.ts [arguments]: runs a TypeScript file of the workbench or the bench.
import "./installed.mjs";

const { register } = await import("tsx/esm/api");
register();
const [file] = process.argv.splice(2, 1);
if (file === undefined) throw new Error("Name the file to run.");
await import(new URL(`../${file}`, import.meta.url).href);
