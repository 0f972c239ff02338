/** The shared property by which the menu knows that 初期設定 was chosen, and need not be offered first any more. */
export const SET_UP_DONE = "set-up";
