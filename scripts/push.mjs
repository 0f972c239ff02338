// npm run push: uploads dist/ to the Apps Script project that .clasp.json names.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Fetched only here: with its 277 MB it would make every fresh clone wait. */
const CLASP = "@google/clasp@3.4.1";
const { scriptId } = JSON.parse(readFileSync(new URL("../.clasp.json", import.meta.url), "utf8"));

if (scriptId === "") {
  console.error(
    `No script yet: put its id into .clasp.json as "scriptId" (or make one: npx ${CLASP} login && npx ${CLASP} create-script --type sheets --title 出荷シート --rootDir dist), then run npm run push again.`,
  );
  process.exit(1);
}
process.exit(
  spawnSync("npx", ["--yes", CLASP, "push", "--force", ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1,
);
