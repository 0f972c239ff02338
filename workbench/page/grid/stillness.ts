/** Frames without a change after which nothing is under way any more. */
const FRAMES = 3;

/** Resolves when `look` has found something, and the same in several frames one after the other. */
export async function stillness(look: () => string | undefined): Promise<void> {
  let seen = look();
  for (let same = 0; same < FRAMES; ) {
    await new Promise(requestAnimationFrame);
    const now = look();
    same = now !== undefined && now === seen ? same + 1 : 0;
    seen = now;
  }
}
