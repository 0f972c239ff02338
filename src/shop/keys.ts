import * as z from "zod/mini";

/** RMS shows some 20; a property of Google holds 9 KB, and more would be refused there without a word. */
const LONGEST = 200;
const MISSING = "入力してください。";

/** What RMS shows under 利用設定 WEB API. Blanks around them make every call fail (rms-api 1.1). */
export const keyFields = { serviceSecret: key("SP"), licenseKey: key("SL") };

function key(start: string) {
  const form = new RegExp(`^${start}[\\x21-\\x7e]+$`);
  return z
    .string(MISSING)
    .check(
      z.trim(),
      z.maxLength(LONGEST, `${LONGEST}文字以内で入力してください。`),
      z.regex(form, `${start}で始まる半角の文字列を入力してください。`),
    );
}

export type Keys = Readonly<Record<keyof typeof keyFields, string>>;

/** `savedAt`: RMS may refuse a new key for up to KEY_PENDING_MINUTES. Unknown for keys of an older version. */
export interface DatedKeys extends Keys {
  readonly savedAt?: Date;
}
