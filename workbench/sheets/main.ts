import { parseArgs } from "node:util";
import { createSheetsEngine } from "./engine.ts";
import { OWNER, serveSheets } from "./server.ts";

const HELP = `Google's Sheets API v4, served from memory on 127.0.0.1.

  npm run sheets -- [--port N] [--user EMAIL]

  --port N      port to listen on (default 8470; 0 takes any free one)
  --user EMAIL  who calls when no X-Workbench-User header says so (default ${OWNER})
  --help        shows this text

Point a Sheets client's root URL at the printed address; keys and tokens are not looked at.
Nothing is kept when the process ends.`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8470" },
    user: { type: "string", default: OWNER },
    help: { type: "boolean", default: false },
  },
});

const port = Number(values.port);
if (values.help) console.log(HELP);
else if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not "${values.port}".`);
  process.exitCode = 1;
} else {
  const { url } = await serveSheets(createSheetsEngine(), { port, user: values.user });
  console.log(`Sheets API v4 at ${url}/v4/spreadsheets (in memory; Ctrl+C ends it)`);
}
