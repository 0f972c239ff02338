import { listen } from "../listen.ts";
import { FAULT_KINDS, type FaultRule, parseFaults } from "../rms/faults.ts";
import { keptShop } from "../rms/kept-shop.ts";
import { createRmsSandbox, SANDBOX_KEYS } from "../rms/sandbox.ts";
import { serveRms } from "../rms/server.ts";
import { loadState } from "../rms/state-file.ts";
import { runCommand } from "./command.ts";
import { flag, type Option, port, positive, text, wholeNumber } from "./option.ts";
import { shopOptions } from "./shop-options.ts";
import { onStop } from "./stop.ts";

const faults: Option<readonly FaultRule[]> = {
  placeholder: "LIST",
  fallback: [],
  read: parseFaults,
  help: "kind@rate or function:kind@rate, separated by commas; rate from 0 to 1",
};

const command = {
  name: "npm run sandbox",
  does: "serves a sandbox that behaves like Rakuten's RMS WEB SERVICE, on 127.0.0.1 only.",
  options: {
    port: port(8902),
    ...shopOptions,
    days: positive("orders are spread over the last N days", 30),
    "time-factor": positive("how many times faster than life orders age", 1),
    "report-delay": wholeNumber("seconds that RMS takes over an asynchronous shipping report", 30),
    "result-lag": wholeNumber("seconds that its result lags behind the orders themselves", 0),
    "carrier-at-purchase": flag("every order has a shipping record with the carrier alone, as many shops have it set"),
    faults,
    "no-rate-limits": flag("do not answer 429 to calls that come too fast"),
    "old-gateway": flag("refuse keys in the words of Rakuten's older gateway"),
    state: text("FILE", "keep the shop in this file, so that it outlives a restart", undefined),
    "service-secret": text("KEY", "one of the two keys that callers need", SANDBOX_KEYS.serviceSecret),
    "license-key": text("KEY", "the other one", SANDBOX_KEYS.licenseKey),
  },
  notes: `Kinds of faults: ${Object.keys(FAULT_KINDS).join(", ")}.\nA state file that is there already brings its own seed, size and keys.`,
};

runCommand(command, async ({ port, state: file, ...values }) => {
  const kept = file === undefined ? undefined : loadState(file);
  const sandbox = createRmsSandbox({
    seed: values.seed,
    orders: values.orders,
    skus: values.skus,
    days: values.days,
    faults: values.faults,
    timeFactor: values["time-factor"],
    reportDelay: 1000 * values["report-delay"],
    resultLag: 1000 * values["result-lag"],
    carrierAtPurchase: values["carrier-at-purchase"],
    keys: { serviceSecret: values["service-secret"], licenseKey: values["license-key"] },
    gatewayEra: values["old-gateway"] ? "old" : "new",
    ...(values["no-rate-limits"] && { rateLimits: false }),
    ...(kept && { state: kept }),
  });
  // First of all, so that nothing is written by a start that finds its port taken.
  const listener = await listen(port);
  const shop = file === undefined ? undefined : keptShop(sandbox, file);
  const { url, close } = await serveRms(shop ?? sandbox, listener);
  onStop(async () => {
    await close();
    shop?.saving.now();
  });

  const { book, entries } = sandbox.shop.state;
  process.stdout.write(
    `RMS sandbox: ${url} (${book.size} orders, ${entries.size} items${kept ? `, from ${file}` : ""})\n`,
  );
});
