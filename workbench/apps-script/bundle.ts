import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Load } from "./execution/protocol.ts";

export interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion?: string;
  /** Absent: Google detects the scopes, so every one counts as granted. */
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string;
      readonly serviceId: string;
      readonly version: string;
    }[];
  };
}

/** What `clasp push` would upload: one script file, HTML files by their name without ending, and the manifest. */
export interface Bundle {
  readonly code: string;
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
}

/** Reads a built folder. Script files are joined in clasp's order (by path), as they share one global scope. */
export function readBundle(folder: string): Bundle {
  const files = readdirSync(folder).sort();
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const scripts = files.filter((file) => /\.(js|gs)$/.test(file));
  if (scripts.length === 0) throw new Error(`${folder} holds no script file. Run the build first.`);
  return {
    code: scripts.map(read).join("\n"),
    html: Object.fromEntries(
      files.filter((file) => file.endsWith(".html")).map((file) => [basename(file, ".html"), read(file)]),
    ),
    manifest: JSON.parse(read("appsscript.json")) as Manifest,
  };
}

const loads = new WeakMap<Bundle, Load>();

/** The bundle as a thread loads it. */
export function loadOf(bundle: Bundle): Load {
  const load = loads.get(bundle) ?? newLoad(bundle);
  loads.set(bundle, load);
  return load;
}

function newLoad({ code, html, manifest }: Bundle): Load {
  const { timeZone, oauthScopes, dependencies } = manifest;
  const bundle = createHash("sha256")
    .update(JSON.stringify([code, html, manifest]))
    .digest("hex");
  const services = dependencies?.enabledAdvancedServices ?? [];
  const advanced = Object.fromEntries(services.map(({ serviceId, userSymbol }) => [serviceId, userSymbol]));
  return { kind: "load", bundle, code, html, timeZone, scopes: oauthScopes, advanced };
}
