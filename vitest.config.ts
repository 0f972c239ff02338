import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The script's time zone is the process's: a fork per file keeps one file's host from moving another's clock.
    pool: "forks",
    // The default leaves one of two cores idle.
    maxWorkers: 2,
  },
});
