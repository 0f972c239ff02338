import * as z from "zod/mini";
import { Problem } from "../domain/problem.ts";
import type { Properties } from "../platform/ports.ts";

/** What RMS shows under 利用設定 WEB API. Blanks around them make every call fail (rms-api 1.1). */
export const keysSchema = z.object({
  serviceSecret: z
    .string("入力してください。")
    .check(z.trim(), z.regex(/^SP[\x21-\x7e]+$/, "SPで始まる半角の文字列を入力してください。")),
  licenseKey: z
    .string("入力してください。")
    .check(z.trim(), z.regex(/^SL[\x21-\x7e]+$/, "SLで始まる半角の文字列を入力してください。")),
});

export type Keys = z.infer<typeof keysSchema>;

const place = (spreadsheetId: string): string => `rms-keys:${spreadsheetId}`;

/** Keys lie in the User properties of the person who connected this spreadsheet, and nowhere else. */
export function storedKeys(own: Properties, spreadsheetId: string): Keys | undefined {
  try {
    const parsed = z.safeParse(keysSchema, JSON.parse(own.get(place(spreadsheetId)) ?? "null"));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export const storeKeys = (own: Properties, spreadsheetId: string, keys: Keys): void =>
  own.set(place(spreadsheetId), JSON.stringify(keys));

/** The value of the Authorization header. */
export const authorization = ({ serviceSecret, licenseKey }: Keys, base64: (text: string) => string): string =>
  `ESA ${base64(`${serviceSecret}:${licenseKey}`)}`;

/** `operator` is who connected this spreadsheet, if anybody did. */
export function keysNeeded(operator: string | undefined): Problem {
  if (operator)
    return new Problem(
      "fix",
      `このスプレッドシートの楽天連携は ${operator} さんが設定しています。取得はその方が実行してください。`,
    );
  return new Problem(
    "fix",
    "楽天のキーが設定されていません。メニュー「API連携登録」→「API接続設定」で、サービスシークレットとライセンスキーを登録してください。",
  );
}
