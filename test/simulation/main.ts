import { parseArgs } from "node:util";
import { built, smallSteps } from "./bundles.ts";
import { failure, harmsDone, summary } from "./report.ts";
import { simulate } from "./simulate.ts";
import { emptyTally, gather } from "./tally.ts";

const HELP = `npm run simulate: disturbed days at the desk, one for each seed, and what is wrong afterwards.

  --seeds N   how many seeds (default 100)
  --from S    the first of them (default 1)
  --seed S    just this one, with every call that the product made
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string" },
      from: { type: "string" },
      seed: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const bundle = await built([smallSteps]);
  const first = Number(values.seed ?? values.from ?? 1);
  const count = values.seed === undefined ? Number(values.seeds ?? 100) : 1;
  const total = emptyTally();
  const failed: number[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const outcome = await simulate(seed, bundle);
    gather(total, outcome.tally);
    if (values.seed !== undefined) console.log(outcome.lines.join("\n"));
    if (outcome.broken.length === 0) continue;
    failed.push(seed);
    console.log(failure(outcome));
  }
  console.log(`${summary(count, total)}\n${harmsDone(total)}`);
  if (failed.length > 0) console.log(`failed: seeds ${failed.join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}

if (import.meta.url === `file://${process.argv[1]}` || process.argv[1]?.endsWith("run.mjs"))
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
