import { listen } from "../listen.ts";
import { runCommand } from "./command.ts";
import { port } from "./option.ts";
import { folderOption, shopOptions } from "./shop-options.ts";

const command = {
  name: "npm start",
  does: "builds the add-on and serves the workbench, a spreadsheet with the add-on and a sandbox shop behind it, on 127.0.0.1.",
  options: { port: port(8900), ...folderOption, ...shopOptions },
};

runCommand(command, async ({ port, folder, ...shop }) => {
  // First of all, so that nothing is written by a start that finds its port taken.
  const listener = await listen(port);
  const { serveWorkbench } = await import("./serve-workbench.ts");
  await serveWorkbench(listener, folder, shop);
});
