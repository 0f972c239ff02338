import "./installed.mjs";

const HELP = `node scripts/screenshot.mjs: builds the add-on and takes docs/workbench.png of the workbench with a freshly filled 出荷リスト.
`;

if (process.argv.includes("--help")) console.log(HELP);
else {
  const { buildAddOn } = await import("../build.mjs");
  await buildAddOn();
  const { register } = await import("tsx/esm/api");
  register();
  const { takeScreenshot } = await import("../test/e2e/screenshot.ts");
  await takeScreenshot(new URL("../docs/workbench.png", import.meta.url).pathname);
}
