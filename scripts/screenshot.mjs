import "./typescript.mjs";

const { runCommand } = await import("../workbench/cli/command.ts");

const command = {
  name: "node scripts/screenshot.mjs",
  does: "builds the add-on and takes docs/workbench.png of the workbench with a freshly filled 出荷リスト.",
  options: {},
};

await runCommand(command, async () => {
  const { buildAddOn } = await import("../build.mjs");
  const { takeScreenshot } = await import("../test/e2e/screenshot.ts");
  await buildAddOn();
  await takeScreenshot(new URL("../docs/workbench.png", import.meta.url).pathname);
});
