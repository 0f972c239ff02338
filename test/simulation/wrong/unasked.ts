import * as right from "../../../src/desk/products/rules/standing.ts";

export const { newCode, questionsOf, standingOf } = right;

/** Wrong on purpose: what a row asks for is done at the next look, whether people allowed it or not. */
export const isTicked: typeof right.isTicked = ({ before }) => before !== undefined && before.question !== "";
