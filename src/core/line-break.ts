/** Every end of a line that Unicode knows. Of these, `.` stops at some, `\s` and `trim` take away others, and none agrees with another. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

export const linesOf = (text: string): string[] => text.split(LINE_BREAK);

/** Of a cell that holds one thing a line, and may hold none. */
export const filledLines = (text: string): string[] => linesOf(text).filter(Boolean);

/** For notes and messages that hold one line each. */
export const oneLine = (text: string): string =>
  linesOf(text)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");
