/** The longest that a new key has been seen to take until RMS takes it (rms-api 1.2). */
export const KEY_PENDING_MINUTES = 90;

export const isPending = (savedAt: Date, now: Date): boolean =>
  now.getTime() - savedAt.getTime() < KEY_PENDING_MINUTES * 60_000;
