import type { Tally } from "./conduct.ts";
import type { Outcome } from "./simulate.ts";

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
  `${schedules} schedules: ${tally.executions} executions with ${tally.calls} service calls; ` +
  `${tally.kills} kills, ${tally.sheetsFailures} Sheets failures, ${tally.rmsFaults} RMS faults, ` +
  `${tally.peopleSteps} edits by people, ${tally.shopSteps} changes at the shop`;
