// node scripts/screenshot.mjs: takes docs/workbench.png of the workbench with a freshly filled 出荷リスト.
import "./installed.mjs";

const { buildAddOn } = await import("./build.mjs");
await buildAddOn();
const { register } = await import("tsx/esm/api");
register();
const { takeScreenshot } = await import("../test/e2e/screenshot.ts");
await takeScreenshot(new URL("../docs/workbench.png", import.meta.url).pathname);
