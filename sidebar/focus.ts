/** For a button that goes with its press: the focus moves to where people go on, once that is drawn. */
export const focusOn = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());
