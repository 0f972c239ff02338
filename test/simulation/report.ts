import { kills } from "./harms/kill.ts";
import { harms } from "./harms/registry.ts";
import { rmsFaults } from "./harms/rms-fault.ts";
import { sheetsFailures } from "./harms/sheets-failure.ts";
import type { Outcome } from "./simulate.ts";
import { harmed, type Tally } from "./tally.ts";

const SHOWN = 12;

/** What went wrong, and how to see it again. */
export const failure = ({ seed, broken, notes }: Outcome): string =>
  [
    `seed ${seed} is broken (again with: npm run simulate -- --seed ${seed})`,
    ...broken.slice(0, SHOWN).map((text) => `  - ${text}`),
    ...(broken.length > SHOWN ? [`  - and ${broken.length - SHOWN} more`] : []),
    ...notes.map((note) => `    ${note}`),
  ].join("\n");

export const summary = (schedules: number, tally: Tally): string =>
  `${schedules} schedules: ${tally.executions} executions, ${tally.promises} of them held to their 完了, ` +
  `with ${tally.calls} service calls; ` +
  `${harmed(tally, kills)} kills, ${harmed(tally, sheetsFailures)} Sheets failures, ${harmed(tally, rmsFaults)} RMS faults, ` +
  `${tally.peopleSteps} edits by people, ${tally.shopSteps} changes at the shop; ` +
  `${tally.entries} entries in 入出庫, ${tally.offers} writes of stock held against what was free, ${tally.told} records in reports`;

/** Every kind of harm with how often it was done, those never done too. */
export const harmsDone = ({ harms: done }: Tally): string =>
  harms.map(({ name }) => `  ${name}: ${done.get(name) ?? 0}`).join("\n");
