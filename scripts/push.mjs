import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HELP = `npm run push: builds dist/ and uploads it to the Apps Script project that .clasp.json names.

What follows a -- is handed to clasp push.
`;

const clasp = fileURLToPath(new URL("../node_modules/.bin/clasp", import.meta.url));
const project = new URL("../.clasp.json", import.meta.url);

if (process.argv.includes("--help")) {
  console.log(HELP);
  process.exit();
}
if (!existsSync(project) || !JSON.parse(readFileSync(project, "utf8")).scriptId) {
  console.error(
    'No script yet. Make one (npx clasp login && npx clasp create-script --type sheets --title 出荷シート --rootDir dist), or add "scriptId": "the id of yours" to .clasp.json; then run npm run push again.',
  );
  process.exit(1);
}
process.exit(spawnSync(clasp, ["push", "--force", ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1);
