import { parseArgs } from "node:util";
import { wholeNumber } from "../options.ts";
import { OWNER, serveSheets } from "./api/server.ts";
import { createSheetsEngine } from "./engine.ts";

const HELP = `Google's Sheets API v4, served from memory on 127.0.0.1.

  npm run sheets -- [--port N] [--user EMAIL]

  --port N      port to listen on (default 8470; 0 takes any free one)
  --user EMAIL  who calls when no X-Workbench-User header says so (default ${OWNER})
  --help        shows this text

Point a Sheets client's root URL at the printed address; keys and tokens are not looked at.
Nothing is kept when the process ends.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8470" },
      user: { type: "string", default: OWNER },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const port = wholeNumber("port", values.port);
  const { url } = await serveSheets(createSheetsEngine(), { port, user: values.user });
  process.stdout.write(`Sheets API v4 at ${url}/v4/spreadsheets (in memory; Ctrl+C ends it)\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
