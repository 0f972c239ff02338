/** What tells a key by its looks, without a schema: menus and panels say it too. */

export type KeyName = "serviceSecret" | "licenseKey";

export const keyNames = ["serviceSecret", "licenseKey"] as const satisfies readonly KeyName[];

/** How each is called, and how it begins (rms-api 1.1). */
export const keyLabels: Readonly<Record<KeyName, string>> = {
  serviceSecret: "サービスシークレット",
  licenseKey: "ライセンスキー",
};
const STARTS: Readonly<Record<KeyName, string>> = { serviceSecret: "SP", licenseKey: "SL" };

/** RMS shows some 20; a property of Google holds 9 KB, and more would be refused there without a word. */
const LONGEST = 200;
const SHORTEST = 20;
export const MISSING = "入力してください。";

/** Blanks, line breaks, and signs that nobody sees. */
const UNSEEN = /[\s\p{Cf}]/gu;

/** A key in half width and without blanks, of which it has none. */
export function plainKey(typed: string): string {
  return typed.normalize("NFKC").replace(UNSEEN, "");
}

/** What `plainKey` changed of a key that people typed or pasted; empty where there is nothing to say. */
export function keyMended(typed: string): string {
  const full = plainKey(typed) !== typed.replace(UNSEEN, "");
  const parted = /[\s\p{Cf}]/u.test(typed.trim());
  if (!full && !parted) return "";
  return `${[...(full ? ["全角の文字を半角に直し"] : []), ...(parted ? ["空白や改行を取り除き"] : [])].join("、")}ました。`;
}

/** The one key stands in the place of the other. */
export const isSwapped = (name: KeyName, typed: string): boolean =>
  plainKey(typed).toUpperCase().startsWith(STARTS[otherOf(name)]);

const otherOf = (name: KeyName): KeyName => (name === "serviceSecret" ? "licenseKey" : "serviceSecret");

/** Why a text can be no such key, and what to do; empty where it can. Says nothing of the text itself. */
export function keyFlaw(name: KeyName, text: string): string {
  const [start, other] = [STARTS[name], otherOf(name)];
  if (text === "") return MISSING;
  if (text.length > LONGEST) return `${LONGEST}文字以内で入力してください。`;
  if (isSwapped(name, text))
    return `逆です。${STARTS[other]}で始まるのは${keyLabels[other]}です。ここには${start}で始まる${keyLabels[name]}を入力してください。`;
  if (/["'`「」『』“”‘’]/.test(text)) return "引用符やかっこが入っています。キーの文字だけを入力してください。";
  if (!/^[\x21-\x7e]+$/.test(text))
    return "半角の英数字と記号でない文字（形の似た別の文字など）が入っています。RMSの画面からコピーし直してください。";
  if (TWO_KEYS.test(text)) return "2つのキーが続けて入っています。1つずつ入力してください。";
  if (text.startsWith(start) && text.length > start.length) return "";
  if (!text.startsWith(start) && text.toUpperCase().startsWith(start)) return `先頭の${start}は半角の大文字です。`;
  return `${start}で始まる半角の文字列を入力してください。先頭の文字が欠けていないか確かめてください。`;
}

/** Both in one field. */
const TWO_KEYS = /S[PL]\d+_.*S[PL]\d+_/;

/** What is unusual about a key of the right form: a typo is more likely than not. Says nothing of the key itself: others may read it. */
export function keyDoubt(text: string): string {
  const [number = "", ...rest] = text.slice(2).split("_");
  if (rest.length === 0) return "通常は「_」が入ります。「-」などになっていないか確かめてください。";
  if (/[a-z]/i.test(number))
    return "「_」の前の数字のところに英字が入っています。0とO、1とIやlを取り違えていないか確かめてください。";
  if (text.length < SHORTEST)
    return `通常より短い文字列（${text.length}文字）です。途中で切れていないか確かめてください。`;
  return "";
}
