import { buildAddOn } from "../../build.mjs";
import { readBundle } from "../apps-script/bundle.ts";
import { fillMasters } from "../demo/masters.ts";
import type { Listener } from "../listen.ts";
import { SANDBOX_KEYS } from "../rms/sandbox.ts";
import { createPage } from "../server/page-server.ts";
import { connect, createWorkbench, type WorkbenchOptions } from "../workbench.ts";
import { claimFolder } from "./folder.ts";
import { printTold } from "./print-told.ts";
import { onStop } from "./stop.ts";

/** Builds the add-on and serves the workbench at `listener` until the process is told to stop. */
export async function serveWorkbench(
  listener: Listener,
  folder: string,
  shop: NonNullable<WorkbenchOptions["shop"]>,
): Promise<void> {
  const release = claimFolder(folder);
  await buildAddOn();
  const page = createPage();
  const workbench = await createWorkbench({ bundle: readBundle("dist"), folder, shop, ui: page.ui, wire: "http" });
  if (workbench.fresh) {
    await connect(workbench);
    fillMasters(workbench);
  }
  printTold(workbench);
  const { close } = await page.serve({ workbench, listener });
  process.stdout.write(
    `Workbench: ${listener.url}/\nRMS sandbox: ${workbench.rmsUrl} (keys ${SANDBOX_KEYS.serviceSecret} and ${SANDBOX_KEYS.licenseKey})\nKept in ${folder}. Stop with Ctrl+C.\n`,
  );
  onStop(async () => {
    await close();
    await workbench.close();
    release();
  });
}
