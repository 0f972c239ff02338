/** Bytes of a file that are read at once: the page gets its turn between two such slices. */
export const SLICE = 1 << 19;

/** The text of a file in slices: UTF-8 where all of it is that, else what RMS writes, CP932, which browsers call shift_jis. */
export async function* textOf(file: Blob): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder((await isUtf8(file)) ? "utf-8" : "shift_jis");
  for await (const bytes of slices(file))
    yield { text: decoder.decode(bytes, { stream: true }), bytes: bytes.byteLength };
  yield { text: decoder.decode(), bytes: 0 };
}

/** The header row of a file in CP932 settles it; only one in UTF-8 is looked at to its end. */
async function isUtf8(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of slices(file)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function* slices(file: Blob): AsyncGenerator<ArrayBuffer> {
  for (let start = 0; start < file.size; start += SLICE) yield await file.slice(start, start + SLICE).arrayBuffer();
}
