const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EROFS: "the disk is read-only",
  EISDIR: "a folder is in its place",
  ENOTDIR: "a file is in the place of its folder",
  ENOENT: "its folder is gone",
  ELOOP: "its links lead in a circle",
};

/** Why a file could not be read or written, as part of a sentence. */
export const reasonOf = (error: unknown): string => {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
};
