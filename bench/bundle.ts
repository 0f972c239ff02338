import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

const COLD = `
const { createContext, Script } = require("node:vm");
const code = require("node:fs").readFileSync("dist/Code.js", "utf8");
const context = createContext({});
const started = process.hrtime.bigint();
new Script(code).runInContext(context);
process.stdout.write(String(Number(process.hrtime.bigint() - started) / 1e6));
`;

/** Milliseconds to compile and evaluate the bundle in a process that has never seen it; the median of `samples`. */
export function coldStart(samples = 20): number {
  const times = Array.from({ length: samples }, () =>
    Number(spawnSync(process.execPath, ["-e", COLD], { encoding: "utf8" }).stdout),
  );
  return times.sort((a, b) => a - b)[Math.floor(samples / 2)] ?? Number.NaN;
}

export const bundleKilobytes = (): number => statSync("dist/Code.js").size / 1000;
