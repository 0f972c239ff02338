import { readBundle } from "./apps-script/bundle.ts";
import { fillMasters } from "./demo-masters.ts";
import { claimFolder } from "./folder.ts";
import { commandLine, SHOP_HELP } from "./options.ts";
import { SANDBOX_KEYS } from "./rms/sandbox.ts";
import { createPage } from "./server/page-server.ts";
import { connect, createWorkbench } from "./workbench.ts";

const HELP = `npm start: builds the add-on and serves the workbench, a spreadsheet with the add-on and a sandbox shop behind it, on 127.0.0.1.

  --port N       port of the page (default 8900; 0 takes a free one)
${SHOP_HELP}`;

async function main(): Promise<void> {
  const { folder, shop, port, help } = commandLine();
  if (help) return void process.stdout.write(HELP);
  const release = claimFolder(folder);
  const page = createPage();
  const workbench = await createWorkbench({ bundle: readBundle("dist"), folder, shop, ui: page.ui, wire: "http" });
  if (workbench.fresh) {
    await connect(workbench);
    fillMasters(workbench);
  }
  const { url, close } = await page.serve({ workbench, port });
  process.stdout.write(
    `Workbench: ${url}\nRMS sandbox: ${workbench.rmsUrl} (keys ${SANDBOX_KEYS.serviceSecret} and ${SANDBOX_KEYS.licenseKey})\nKept in ${folder}. Stop with Ctrl+C.\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, async () => {
      await close();
      await workbench.close();
      release();
      process.exit();
    });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
