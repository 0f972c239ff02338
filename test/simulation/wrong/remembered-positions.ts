import * as right from "../../../src/workbook/commit/placement.ts";

export const { needsKeys, placementRequests, proofRanges } = right;

/** Wrong on purpose: rows are written where they were when the run began, */
export const placement: typeof right.placement = (change, _, staying) => right.placement(change, change.state, staying);

/** and nobody looks whether they still were. */
export const isMisplaced: typeof right.isMisplaced = () => false;
