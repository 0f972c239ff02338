import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const { version } = JSON.parse(readFileSync(join(packages, "@sparticuz/chromium/package.json"), "utf8"));
const cache = join(packages, ".cache");
const home = join(cache, `chromium-${version}`);

/** Chromium from the npm package, where `setup` has laid it. */
export const chromiumPath = join(home, "chromium");

/**
 * The package unpacks to a fixed place in the temporary folder, and takes whatever lies there: a browser that another test
 * file is just unpacking, or that a killed run left half. Unpacked here once, beside and then renamed, it is whole or absent.
 */
export function setup(): void {
  if (existsSync(home)) return;
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(`${home}.part-`);
  try {
    execFileSync(process.execPath, ["--input-type=module", "-e", UNPACK], {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, TMPDIR: part, TMP: part, TEMP: part },
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (!existsSync(home)) renameSync(part, home);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

const UNPACK = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
