/** Univer brings React for its own interface, without types; the page needs no more of it than this. */
declare module "react" {
  export function createElement(type: string, props: { ref(element: HTMLElement | null): void }): unknown;
}
