export const answers = ["戻った", "戻っていない"] as const;
