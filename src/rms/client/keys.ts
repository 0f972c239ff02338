import * as z from "zod/mini";
import { parsedJson } from "../../core/json.ts";
import { Problem } from "../../core/problem.ts";
import type { Properties } from "../../platform/ports.ts";
import { type Keys, keysSchema } from "../../shop/keys.ts";

const storedSchema = z.extend(keysSchema, { savedAt: z.optional(z.number()) });

/** `savedAt`: RMS may refuse a new key for up to KEY_PENDING_MINUTES. Unknown for keys of an older version. */
export interface StoredKeys extends Keys {
  readonly savedAt?: Date;
}

const place = (spreadsheetId: string): string => `rms-keys:${spreadsheetId}`;

/** Keys lie in the User properties of the person who connected this spreadsheet, and nowhere else. */
export function storedKeys(own: Properties, spreadsheetId: string): StoredKeys | undefined {
  const parsed = z.safeParse(storedSchema, parsedJson(own.get(place(spreadsheetId)) ?? ""));
  if (!parsed.success) return undefined;
  const { savedAt, ...keys } = parsed.data;
  return savedAt === undefined ? keys : { ...keys, savedAt: new Date(savedAt) };
}

/** Keys that are stored already keep the time at which they first were. */
export function storeKeys(own: Properties, spreadsheetId: string, keys: Keys, now: Date): void {
  const { serviceSecret, licenseKey } = keys;
  const known = storedKeys(own, spreadsheetId);
  if (known?.serviceSecret === serviceSecret && known.licenseKey === licenseKey) return;
  own.set(place(spreadsheetId), JSON.stringify({ serviceSecret, licenseKey, savedAt: now.getTime() }));
}

export const forgetKeys = (own: Properties, spreadsheetId: string): void => own.remove(place(spreadsheetId));

/** The value of the Authorization header. */
export const authorization = ({ serviceSecret, licenseKey }: Keys, base64: (text: string) => string): string =>
  `ESA ${base64(`${serviceSecret}:${licenseKey}`)}`;

/** Strikes the keys out of a text, in every form in which they are sent. */
export function redaction(keys: Keys, base64: (text: string) => string): (text: string) => string {
  const { serviceSecret, licenseKey } = keys;
  const plain = [serviceSecret, licenseKey];
  const secrets = [
    authorization(keys, base64).replace("ESA ", ""),
    ...plain,
    ...plain.map(encodeURIComponent),
    ...plain.map(base64),
  ];
  return (text) => secrets.reduce((rest, secret) => rest.split(secret).join("***"), text);
}

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
