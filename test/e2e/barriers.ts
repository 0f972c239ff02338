import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What an automatic look finds that would keep somebody out, by rule and place. Two rules are for whole pages: a sidebar's
 * first heading, its title, is shown by Google around the frame.
 */
export async function barriers(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const run =
    'axe.run(document, { rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } } })';
  const { violations } = (await frame.evaluate(run)) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
