/**
 * Calls back when a person turns to something outside an element, by hand, by keyboard or into a panel's frame. That an
 * element loses the focus and nothing gains it is no leaving.
 */
export function onLeaving(element: HTMLElement, left: () => void): () => void {
  const outside = ({ target }: Event) => {
    if (target instanceof Node && !element.contains(target)) left();
  };
  // A frame keeps its events to itself; what the page sees is that its window is left for the frame.
  const intoFrame = () => {
    if (document.activeElement instanceof HTMLIFrameElement) left();
  };
  document.addEventListener("pointerdown", outside, { capture: true });
  document.addEventListener("focusin", outside);
  window.addEventListener("blur", intoFrame);
  return () => {
    document.removeEventListener("pointerdown", outside, { capture: true });
    document.removeEventListener("focusin", outside);
    window.removeEventListener("blur", intoFrame);
  };
}
