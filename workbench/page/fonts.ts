/** Noto Sans JP for the grid's canvas and the page around it, so that Japanese shows on a machine without any font for it. */
import variants31 from "@fontsource/noto-sans-jp/files/noto-sans-jp-31-400-normal.woff2";
import variants40 from "@fontsource/noto-sans-jp/files/noto-sans-jp-40-400-normal.woff2";
import variants66 from "@fontsource/noto-sans-jp/files/noto-sans-jp-66-400-normal.woff2";
import variants67 from "@fontsource/noto-sans-jp/files/noto-sans-jp-67-400-normal.woff2";
import halfWidth from "@fontsource/noto-sans-jp/files/noto-sans-jp-85-400-normal.woff2";
import waveDash from "@fontsource/noto-sans-jp/files/noto-sans-jp-115-400-normal.woff2";
import japanese400 from "@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff2";
import japanese700 from "@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-700-normal.woff2";
import latin400 from "@fontsource/noto-sans-jp/files/noto-sans-jp-latin-400-normal.woff2";
import latin700 from "@fontsource/noto-sans-jp/files/noto-sans-jp-latin-700-normal.woff2";

const LATIN = "U+0000-00FF, U+2000-206F, U+20AC";
/** Lines as high as those of Arial: text then sits in a row of 21 pixels as in Google Sheets. */
const lines = { ascentOverride: "90%", descentOverride: "22%" };
/** Univer draws with Arial where a cell's style does not reach: row and column headers, for one. */
const families = ["Noto Sans JP", "Arial"];
/** What names and addresses need beyond the Japanese file: 髙 﨑 濵 德 ㈱, half-width kana, and the ～ of time bands. */
const beyond = [waveDash, halfWidth, variants31, variants40, variants66, variants67];
const faces = [
  ...beyond.map((url) => ({ url, weight: "400" })),
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

const RANGE = "U+2010-30FF,U+4E00-9FFF,U+FA00-FAFF,U+FF00-FFEF";

/** For panels: Google's machines have a Japanese font, behind Arial too. Latin letters stay as the panel has them. */
export const panelFonts = families
  .flatMap((family) =>
    [...beyond, japanese400].map((url) => `@font-face{font-family:"${family}";src:url(${url});unicode-range:${RANGE}}`),
  )
  .join("");
