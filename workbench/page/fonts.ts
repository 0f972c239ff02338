/** Noto Sans JP for the grid's canvas and the page around it, so that Japanese shows on a machine without any font for it. */
import japanese400 from "@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff2";
import japanese700 from "@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-700-normal.woff2";
import latin400 from "@fontsource/noto-sans-jp/files/noto-sans-jp-latin-400-normal.woff2";
import latin700 from "@fontsource/noto-sans-jp/files/noto-sans-jp-latin-700-normal.woff2";

const LATIN = "U+0000-00FF, U+2000-206F, U+20AC";
/** Lines as high as those of Arial: text then sits in a row of 21 pixels as in Google Sheets. */
const lines = { ascentOverride: "90%", descentOverride: "22%" };
/** Univer draws with Arial where a cell's style does not reach: row and column headers, for one. */
const families = ["Noto Sans JP", "Arial"];
const faces = [
  { url: japanese400, weight: "400" },
  { url: japanese700, weight: "700" },
  { url: latin400, weight: "400", unicodeRange: LATIN },
  { url: latin700, weight: "700", unicodeRange: LATIN },
];

/** The canvas draws text at once, in whatever font is there by then. */
export async function loadFonts(): Promise<void> {
  const fonts = families.flatMap((family) =>
    faces.map(({ url, ...face }) => new FontFace(family, `url(${url})`, { ...lines, ...face })),
  );
  for (const font of fonts) document.fonts.add(font);
  await Promise.all(fonts.map((font) => font.load()));
}

/** For panels: Google's machines have a Japanese font, behind Arial too. Latin letters stay as the panel has them. */
export const panelFonts = families
  .map(
    (family) =>
      `@font-face{font-family:"${family}";src:url(${japanese400});unicode-range:U+2010-30FF,U+4E00-9FFF,U+FF00-FFEF}`,
  )
  .join("");
