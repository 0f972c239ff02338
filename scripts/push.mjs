import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const HELP = `npm run push: builds dist/ and uploads it to the Apps Script project that .clasp.json names.

What follows a -- is handed to clasp push.
`;

/** Fetched only here: with its 277 MB it would make every fresh clone wait. */
const CLASP = "@google/clasp@3.4.1";
const project = new URL("../.clasp.json", import.meta.url);

if (process.argv.includes("--help")) {
  console.log(HELP);
  process.exit();
}
if (!existsSync(project) || !JSON.parse(readFileSync(project, "utf8")).scriptId) {
  console.error(
    `No script yet. Make one (npx ${CLASP} login && npx ${CLASP} create-script --type sheets --title 出荷シート --rootDir dist), or write {"scriptId": "the id of yours", "rootDir": "dist"} into .clasp.json; then run npm run push again.`,
  );
  process.exit(1);
}
process.exit(
  spawnSync("npx", ["--yes", CLASP, "push", "--force", ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1,
);
