import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import type { Invariant } from "./invariant.ts";

const { serviceSecret, licenseKey } = SANDBOX_KEYS;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const secrets = [
  serviceSecret,
  licenseKey,
  base64(`${serviceSecret}:${licenseKey}`),
  base64(serviceSecret),
  base64(licenseKey),
];

/** The keys are in the operator's own properties, and nowhere else that anybody could read. */
export const secretsKept: Invariant = {
  name: "the keys stay with the operator",
  broken: ({ workbench: { host }, office, executions, ui, trace }) => {
    const places: Record<string, unknown> = {
      cells: office.everything(),
      metadata: office.metadata("shukka-sheet"),
      "logs, values and errors": executions.map(({ log, value, error }) => [log, value, error]),
      windows: ui.shown,
      mail: host.mail(),
      "document properties": host.documentProperties(),
      "script properties": host.scriptProperties(),
      "staff's properties": host.userProperties(STAFF),
      "details of calls": trace.lines,
    };
    const leaks = Object.entries(places)
      .filter(([, content]) => leaksOut(JSON.stringify(content)))
      .map(([place]) => `a key or an Authorization header stands in ${place}`);
    const own = JSON.stringify(host.userProperties(OPERATOR));
    return own.includes(serviceSecret) ? leaks : [...leaks, "the operator's own properties have lost the keys"];
  },
};

const leaksOut = (text: string): boolean =>
  secrets.some((secret) => text.includes(secret)) || /ESA [A-Za-z0-9+/=]{8}/.test(text);
