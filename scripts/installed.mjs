import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";

const LOCK = new URL("../package-lock.json", import.meta.url);
/** npm writes this file when an install is complete. */
const DONE = new URL("../node_modules/.package-lock.json", import.meta.url);
/** npm ci would empty the very folder that a link points to, which belongs to another checkout. */
const linked = lstatSync(new URL("../node_modules", import.meta.url), { throwIfNoEntry: false })?.isSymbolicLink();

/** A fresh clone, or one whose lock file is newer than what is installed, gets its packages first. */
if (!linked && (!existsSync(DONE) || statSync(DONE).mtimeMs < statSync(LOCK).mtimeMs)) {
  console.log("Installing packages ...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    cwd: new URL("..", import.meta.url),
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}
