import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { buildAddOn } from "../../build.mjs";
import { type Bundle, readBundle } from "../../workbench/apps-script/bundle.ts";

const root = new URL("../../", import.meta.url).pathname;

/** The add-on, built with these plugins; that of another checkout by its own `build`. */
export async function built(plugins: readonly Plugin[], build = buildAddOn): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), "shukka-simulation-"));
  try {
    await build(folder, [...plugins]);
    return readBundle(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The same code with small limits, so that a shop of a dozen orders fills several pages, calls and commits, and soon
 * outgrows its sheets.
 * A limit that is no longer found fails the build: nothing is quietly left large.
 */
export const smallSteps: Plugin = {
  name: "small-steps",
  setup(build) {
    const limits: Readonly<Record<string, readonly (readonly [before: string, value: number])[]>> = {
      "src/desk/shipments/shipment-steps.ts": [["const ORDERS_PER_STEP = ", 4]],
      "src/rms/order/order-endpoints.ts": [
        ["const NUMBERS_PER_PAGE = ", 5],
        ["const ORDERS_PER_CALL = ", 2],
      ],
      "src/rms/inventory/inventories.ts": [["const PAIRS_PER_READ = ", 3]],
      "src/rms/inventory/move-stock.ts": [["const ROWS_PER_MOVE = ", 2]],
      "src/desk/reports/report-run.ts": [["const GROUP = ", 4]],
      "src/desk/products/product-steps.ts": [
        ["const SKUS_PER_STEP = ", 4],
        ["const PAGES_PER_STEP = ", 2],
      ],
      "src/rms/item/items-search.ts": [["const HITS = ", 2]],
      "src/workbook/set-up/set-up.ts": [
        ["ROWS_FOR_JOBS = ", 150],
        ["ROWS_FOR_PEOPLE = ", 150],
      ],
      "src/workbook/commit/fitting-parts.ts": [["const MOST_BYTES = ", 2000]],
      "src/workbook/commit/grow.ts": [["SPARES: readonly number\\[\\] = \\[", 10]],
    };
    for (const [file, constants] of Object.entries(limits))
      build.onLoad({ filter: new RegExp(`${file.replace(/[.]/g, "\\.")}$`) }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const contents = constants.reduce((text, [before, value]) => {
          const found = new RegExp(`(${before})[\\d_]+`);
          if (!found.test(text)) throw new Error(`${file} has no limit after "${before}"`);
          return text.replace(found, `$1${value}`);
        }, source);
        return { contents, loader: "ts" };
      });
  },
};

/** Exchanges one module of the product: whoever imports `file` gets the wrong one, except that one itself. */
export const exchanged = (file: string, wrong: string): Plugin => ({
  name: "exchanged",
  setup(build) {
    const [right, replacement] = [join(root, file), join(root, "test/simulation/wrong", wrong)];
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, importer, resolveDir }) =>
      join(resolveDir, path) === right && importer !== replacement ? { path: replacement } : undefined,
    );
  },
});
