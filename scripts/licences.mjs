import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** clasp uploads scripts, pages and the manifest, and leaves a file of this ending alone. */
export const LICENCES = "THIRD-PARTY-LICENSES.txt";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What is no import, but stands in a file of ours: where it comes from. */
const COPIED = new Map([["src/shop/holiday-data.ts", join(root, "node_modules/@holiday-jp/holiday_jp")]]);

const HEAD = `What stands in these files is from Shukka Sheet, whose licence is in LICENSE of its repository, and from the packages below.
`;

/**
 * The licences of the packages of which something is in what esbuild has built. It is to have been called with
 * `metafile` and `absWorkingDir` of the project's folder.
 * @param {readonly (import("esbuild").Metafile | undefined)[]} metafiles
 */
export function licences(metafiles) {
  const inputs = metafiles.flatMap((metafile) =>
    Object.values(metafile?.outputs ?? {}).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  const folders = new Set(inputs.flatMap((path) => packageOf(path) ?? []));
  return [HEAD, ...[...folders].map(licence).sort()].join(`\n${"-".repeat(80)}\n\n`);
}

/** @param {string} path of an input, from the project's folder */
function packageOf(path) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder === undefined ? COPIED.get(path) : join(root, folder);
}

/** @param {string} folder of a package */
function licence(folder) {
  const { name, version, license = "", author = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const by = typeof author === "string" ? author : author.name;
  const stated = `${license} by ${by || "its authors"}, as its package.json says; it comes without the text.`;
  return `${name} ${version}\n\n${(texts.length === 0 ? [stated] : texts).join("\n\n").replaceAll("\r\n", "\n")}\n`;
}
