import { OPERATOR } from "../people.ts";
import { runCommand } from "./command.ts";
import { port, text } from "./option.ts";

const command = {
  name: "npm run sheets",
  does: "serves Google's Sheets API v4 from memory, on 127.0.0.1 only.",
  options: {
    port: port(8470),
    user: text("EMAIL", "who calls when no X-Workbench-User header says so", OPERATOR),
  },
  notes:
    "Point a Sheets client's root URL at the printed address; keys and tokens are not looked at.\nNothing is kept when the process ends.",
};

runCommand(command, async ({ port, user }) => {
  // Loaded once the options are read: who asks for help, or mistypes, waits for nothing.
  const { serveSheets } = await import("../sheets/api/server.ts");
  const { createSheetsEngine } = await import("../sheets/engine.ts");
  const { url } = await serveSheets(createSheetsEngine(), { port, user });
  process.stdout.write(`Sheets API v4 at ${url}/v4/spreadsheets (in memory; Ctrl+C ends it)\n`);
});
