import "./typescript.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { runCommand } = await import("../workbench/cli/command.ts");

const clasp = fileURLToPath(new URL("../node_modules/.bin/clasp", import.meta.url));
const project = new URL("../.clasp.json", import.meta.url);

const command = {
  name: "npm run push",
  does: "builds dist/ and uploads it to the Apps Script project that .clasp.json names.",
  options: {},
  notes: "What follows a -- is handed to clasp push.",
};

await runCommand(
  command,
  async () => {
    if (!existsSync(project) || !JSON.parse(readFileSync(project, "utf8")).scriptId)
      throw new Error(
        'No script yet. Make one (npx clasp login && npx clasp create-script --type sheets --title 出荷シート --rootDir dist), or add "scriptId": "the id of yours" to .clasp.json; then run npm run push again.',
      );
    const { buildAddOn } = await import("../build.mjs");
    await buildAddOn();
    const pushed = spawnSync(clasp, ["push", "--force", ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = pushed.status ?? 1;
  },
  process.argv.filter((argument) => argument === "--help" || argument === "-h"),
);
