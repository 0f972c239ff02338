/** Of a text in UTF-8, as JSON writes it. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes +=
      code === 0x0a || code === 0x22 || code === 0x5c ? 2 : code < 0x20 ? 6 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
