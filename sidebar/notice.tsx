/** How something that people started came out, in words for them. */
export interface Outcome {
  readonly failed: boolean;
  readonly message: string;
}

/** Both places stand in the page from the start, so that a screen reader hears when something appears in them. */
export function Notice({ outcome }: { readonly outcome: Outcome | undefined }) {
  return (
    <>
      <div role="status">{outcome?.failed === false ? <p class="notice done">{outcome.message}</p> : null}</div>
      <div role="alert">{outcome?.failed ? <p class="notice failed">{outcome.message}</p> : null}</div>
    </>
  );
}
