/** RMS order progress (orderProgress) with the names that RMS shows. */
const progressNames = {
  100: "注文確認待ち",
  200: "楽天処理中",
  300: "発送待ち",
  400: "変更確定待ち",
  500: "発送済",
  600: "支払手続き中",
  700: "支払手続き済",
  800: "キャンセル確定待ち",
  900: "キャンセル確定",
} as const;

export type Progress = keyof typeof progressNames;

export const isProgress = (code: number): code is Progress => code in progressNames;

/** The form shown in cells and drop-downs: `300 発送待ち`. */
export const progressLabel = (code: Progress): string => `${code} ${progressNames[code]}`;

/** Reads a label, or the bare code that someone typed. */
export function progressOfLabel(text: string): Progress | undefined {
  const code = Number(/^\s*(\d{3})(?:\s|$)/.exec(text)?.[1]);
  return isProgress(code) ? code : undefined;
}

export const isCancelled = (progress: Progress): boolean => progress === 800 || progress === 900;

/** Reported to the shop as shipped, or later: nothing is left to pack. */
export const isShipped = (progress: Progress): boolean => progress === 500 || progress === 600 || progress === 700;

/** Nothing is left to pack, whatever the target. */
export const hasEnded = (progress: Progress): boolean => isCancelled(progress) || isShipped(progress);
