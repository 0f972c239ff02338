import { buildAddOn } from "../../build.mjs";
import { readBundle } from "../apps-script/bundle.ts";
import { fillMasters } from "../demo/masters.ts";
import { listen } from "../listen.ts";
import { SANDBOX_KEYS } from "../rms/sandbox.ts";
import { createPage } from "../server/page-server.ts";
import { connect, createWorkbench } from "../workbench.ts";
import { runCommand } from "./command.ts";
import { claimFolder } from "./folder.ts";
import { port } from "./option.ts";
import { folderOption, shopOptions } from "./shop-options.ts";
import { onStop } from "./stop.ts";

const command = {
  name: "npm start",
  does: "builds the add-on and serves the workbench, a spreadsheet with the add-on and a sandbox shop behind it, on 127.0.0.1.",
  options: { port: port(8900), ...folderOption, ...shopOptions },
};

runCommand(command, async ({ port, folder, ...shop }) => {
  // First of all, so that nothing is written by a start that finds its port taken.
  const listener = await listen(port);
  const release = claimFolder(folder);
  await buildAddOn();
  const page = createPage();
  const workbench = await createWorkbench({ bundle: readBundle("dist"), folder, shop, ui: page.ui, wire: "http" });
  if (workbench.fresh) {
    await connect(workbench);
    fillMasters(workbench);
  }
  const { close } = await page.serve({ workbench, listener });
  process.stdout.write(
    `Workbench: ${listener.url}/\nRMS sandbox: ${workbench.rmsUrl} (keys ${SANDBOX_KEYS.serviceSecret} and ${SANDBOX_KEYS.licenseKey})\nKept in ${folder}. Stop with Ctrl+C.\n`,
  );
  onStop(async () => {
    await close();
    await workbench.close();
    release();
  });
});
