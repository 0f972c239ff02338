import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const COPIED = ["package.json", "appsscript.json", "tsconfig.json", "build.mjs", "vitest.config.ts"];
const FOLDERS = ["src", "sidebar", "workbench", "scripts", "bench", "test"];

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project to run its commands in: what they write is seen, and meets nobody else. */
export function openCheckout() {
  const folder = mkdtempSync(join(tmpdir(), "shukka-sheet-"));
  for (const name of [...COPIED, ...FOLDERS]) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

  /** As npm does, and with no shell between; a name that package.json does not have is run by node. */
  const started = (name: string, ...args: string[]) =>
    spawn("sh", ["-c", `exec ${scripts[name] ?? `node ${name}`} "$@"`, "sh", ...args], { cwd: folder });

  return {
    folder,
    started,
    async run(name: string, ...args: string[]): Promise<Ended> {
      const child = started(name, ...args);
      const status = new Promise<number | null>((resolve) => child.once("close", resolve));
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      return { status: await status, stdout, stderr };
    },
    /** Every file that is no copy, and when it was last written. */
    written: (): string[] =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => !["node_modules", ...COPIED, ...FOLDERS].includes(path.split("/")[0]!))
        .map((path) => `${path} ${statSync(join(folder, path)).mtimeMs}`),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Checkout = ReturnType<typeof openCheckout>;
