/** The lines of ダッシュボード that lead through the first hour, in their order. */
export const checklistLines = [
  "はじめに 1 シート",
  "はじめに 2 キー",
  "はじめに 3 接続",
  "はじめに 4 配送会社",
  "はじめに 5 支払方法",
  "はじめに 6 最初の取得",
] as const;

export type ChecklistLine = (typeof checklistLines)[number];
