import "./typescript.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const { runCommand } = await import("../workbench/cli/command.ts");

const CLASP = "@google/clasp@3.4.1";
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
        `No script yet. Make one (npx ${CLASP} login && npx ${CLASP} create-script --type sheets --title 出荷シート --rootDir dist), or write {"scriptId": "the id of yours", "rootDir": "dist"} into .clasp.json; then run npm run push again.`,
      );
    const { buildAddOn } = await import("../build.mjs");
    await buildAddOn();
    const clasp = ["--yes", CLASP, "push", "--force", ...process.argv.slice(2)];
    process.exitCode = spawnSync("npx", clasp, { stdio: "inherit" }).status ?? 1;
  },
  process.argv.filter((argument) => argument === "--help" || argument === "-h"),
);
