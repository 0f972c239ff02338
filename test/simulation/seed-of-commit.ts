import { execFileSync } from "node:child_process";

/** So that each commit tries days of its own, and tries the same ones again. Undefined in a copy of the project without its history. */
export function seedOfCommit(): number | undefined {
  try {
    const commit = execFileSync("git", ["rev-parse", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return seedOf(commit);
  } catch {
    return undefined;
  }
}

/** Of the first digits, as many as are easily typed again. */
export const seedOf = (commit: string): number => Number.parseInt(commit.slice(0, 5), 16);
