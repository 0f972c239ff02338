/** Milliseconds that an execution works by itself. Apps Script ends it at six minutes. */
export const budgets = {
  /** The longest single step must still fit behind it. */
  job: 270_000,
  /** Somebody waits before the screen. */
  question: 240_000,
  /** A panel waits two minutes: room for one last slow call and for ダッシュボード must be left. */
  panel: 60_000,
} as const;

export const deadlineOf = (startedAt: Date, budget: keyof typeof budgets): Date =>
  new Date(startedAt.getTime() + budgets[budget]);
