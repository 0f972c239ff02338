import { expect, test } from "vitest";
import { readCommandLine } from "../../../workbench/cli/command-line.ts";
import { flag, port, text, wholeNumber, wholeNumbers } from "../../../workbench/cli/option.ts";

const command = {
  name: "npm run try",
  does: "tries.",
  options: {
    port: port(8900),
    orders: wholeNumber("orders", 200),
    sizes: wholeNumbers("sizes", [1, 2]),
    state: text("FILE", "kept here", undefined),
    "no-limits": flag("without limits"),
  },
};
const jobs = { ...command, argument: { name: "job", words: ["import", "report"] } };
const read = (...args: string[]) => readCommandLine(command, args);

test("what is not typed is as the command declares it", () => {
  expect(read().values).toEqual({ port: 8900, orders: 200, sizes: [1, 2], state: undefined, "no-limits": false });
});

test("options are read behind a blank or an equals sign, the last one counts, and switches stand alone", () => {
  expect(
    read("--port", "0", "--orders=5", "--orders=7", "--sizes", "3,40", "--state", "a b", "--no-limits").values,
  ).toEqual({ port: 0, orders: 7, sizes: [3, 40], state: "a b", "no-limits": true });
});

test("the word that a command takes may stand before and behind its options", () => {
  expect(readCommandLine(jobs, ["--port", "1", "report"])).toMatchObject({ word: "report", values: { port: 1 } });
  expect(readCommandLine(jobs, ["report", "--port", "1"])).toMatchObject({ word: "report", values: { port: 1 } });
});

test.each([["--help"], ["-h"], ["--colour", "--help"], ["--port", "x", "-h"]])(
  "%s %s is a wish for help",
  (...args) => {
    expect(read(...args).help).toBe(true);
  },
);

test.each([
  [["--prot", "0"], "There is no option --prot. Did you mean --port? Known: --port, --orders, "],
  [["--constructor"], "There is no option --constructor. Known: --port, "],
  [["-p", "0"], "There is no option -p. "],
  [["--port", "65536"], '--port wants a whole number from 0 to 65535, not "65536".'],
  [["--orders", ""], '--orders wants a whole number, not "".'],
  [["--sizes", "1,,2"], '--sizes wants whole numbers with commas between, not "".'],
  [["--orders", "--port", "0"], "--orders wants a value: --orders N."],
  [["--state"], "--state wants a value: --state FILE."],
  [["--no-limits=yes"], "--no-limits takes no value."],
  [["again"], 'npm run try takes no "again". '],
])("%j is refused with a sentence", (args, sentence) => {
  expect(() => read(...args)).toThrow(sentence);
});

test.each([
  [[], "Name a job: import, report."],
  [["imports"], "There is no job imports. Did you mean import? Known: import, report."],
  [["stock"], "There is no job stock. Known: import, report."],
  [["import", "report"], 'npm run try takes no "report". '],
])("the words %j are refused with those that there are", (args, sentence) => {
  expect(() => readCommandLine(jobs, args)).toThrow(sentence);
});
