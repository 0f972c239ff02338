/** Each seed is one disturbed day; npm run simulate tries as many as wanted. */
export const SEEDS = 12;
/** From here on, so many days have enough of every harm among them. */
const FIRST = 3;

/** The days that the right product passes whenever the tests are run (simulation.test.ts). */
export const seedsHeld = Array.from({ length: SEEDS }, (_, n) => FIRST + n);
