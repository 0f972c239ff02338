import { parseArgs } from "node:util";
import { wholeNumber } from "../options.ts";
import { FAULT_KINDS, parseFaults } from "./faults.ts";
import { createRmsSandbox, SANDBOX_KEYS, type SandboxOptions } from "./sandbox.ts";
import { serveRms } from "./server.ts";
import { loadState, stateKeeper } from "./state-file.ts";

const HELP = `Serves a sandbox that behaves like Rakuten's RMS WEB SERVICE, on 127.0.0.1 only.

  --port N            port (default 8902; 0 takes a free one)
  --seed TEXT         the same seed makes the same shop (default 1)
  --orders N          orders in the shop (default 200)
  --skus N            SKUs in the shop (default 300)
  --days N            orders are spread over the last N days (default 30)
  --time-factor N     how many times faster than life orders age (default 1)
  --report-delay S    seconds that RMS takes over an asynchronous shipping report (default 30)
  --result-lag S      seconds that its result lags behind the orders themselves (default 0)
  --carrier-at-purchase
                      every order has a shipping record with the carrier alone, as many shops have it set
  --faults LIST       kind@rate or function:kind@rate, separated by commas; rate from 0 to 1
                      kinds: ${Object.keys(FAULT_KINDS).join(", ")}
  --no-rate-limits    do not answer 429 to calls that come too fast
  --old-gateway       refuse keys in the words of Rakuten's older gateway
  --state FILE        keep the shop in this file, so that it outlives a restart; a file that is there
                      already brings its own seed, size and keys
  --service-secret S  (default ${SANDBOX_KEYS.serviceSecret})
  --license-key S     (default ${SANDBOX_KEYS.licenseKey})
  --help              this text
`;

const OPTIONS = {
  port: { type: "string", default: "8902" },
  seed: { type: "string", default: "1" },
  orders: { type: "string", default: "200" },
  skus: { type: "string", default: "300" },
  days: { type: "string", default: "30" },
  "time-factor": { type: "string", default: "1" },
  faults: { type: "string", default: "" },
  "report-delay": { type: "string", default: "30" },
  "result-lag": { type: "string", default: "0" },
  "carrier-at-purchase": { type: "boolean", default: false },
  "no-rate-limits": { type: "boolean", default: false },
  "old-gateway": { type: "boolean", default: false },
  state: { type: "string" },
  "service-secret": { type: "string", default: SANDBOX_KEYS.serviceSecret },
  "license-key": { type: "string", default: SANDBOX_KEYS.licenseKey },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return void process.stdout.write(HELP);

  const kept = values.state === undefined ? undefined : loadState(values.state);
  const sandbox = createRmsSandbox({ ...sandboxOptions(values), ...(kept && { state: kept }) });
  const { url, close } = await serveRms(sandbox, { port: wholeNumber("port", values.port) });
  const save = values.state === undefined ? () => {} : stateKeeper(values.state, sandbox.shop.state);
  save();
  const saving = setInterval(save, 5_000);
  const stop = async () => {
    clearInterval(saving);
    save();
    await close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

  const { book, entries } = sandbox.shop.state;
  process.stdout.write(
    `RMS sandbox: ${url} (${book.size} orders, ${entries.size} items${kept ? `, from ${values.state}` : ""})\n`,
  );
}

function sandboxOptions(values: Values): SandboxOptions {
  return {
    seed: values.seed,
    orders: wholeNumber("orders", values.orders),
    skus: wholeNumber("skus", values.skus),
    days: positive("days", values.days),
    timeFactor: positive("time-factor", values["time-factor"]),
    keys: { serviceSecret: values["service-secret"], licenseKey: values["license-key"] },
    reportDelay: 1000 * wholeNumber("report-delay", values["report-delay"]),
    resultLag: 1000 * wholeNumber("result-lag", values["result-lag"]),
    carrierAtPurchase: values["carrier-at-purchase"],
    faults: parseFaults(values.faults),
    gatewayEra: values["old-gateway"] ? "old" : "new",
    ...(values["no-rate-limits"] && { rateLimits: false }),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isFinite(number))
    throw new RangeError(`--${name} wants a number above 0, not "${text}".`);
  return number;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
