import { OPERATOR } from "../../workbench/people.ts";
import type { Desk } from "./desk.ts";

/** What a buyer and an addressee are known by, and what people wrote of them, each text found nowhere else. */
export const SECRETS = {
  family: "秘田",
  first: "消子郎",
  kana: "ヒミタ",
  city: "隠州市",
  street: "忘町9-8-7",
  formerStreet: "旧忘町1-1-1",
  zip: "987-6543",
  phone: "0999-8888-7777",
  remarks: "合言葉はウミガメ",
  wish: "裏口の鉢の下",
  choice: "名入れヒミタサン",
  shopMemo: "常連ヒミタ様",
  memo: "忘町の方へ折り返し",
  note: "隣家は隠田さん",
  own: "隠州便メモ",
  buyer: "買野",
} as const;

export const everySecret: readonly string[] = Object.values(SECRETS);

/** An order that says all of it. */
export const tellingOrder = (orderNumber: string, subAddress: string = SECRETS.street) => ({
  orderNumber,
  remarks: `[配送日時指定:]\n${SECRETS.wish}\n\n[備考:]\n${SECRETS.remarks}`,
  memo: SECRETS.shopMemo,
  orderer: { familyName: SECRETS.buyer },
  address: {
    familyName: SECRETS.family,
    firstName: SECRETS.first,
    familyNameKana: SECRETS.kana,
    city: SECRETS.city,
    subAddress,
    ...{ zipCode1: "987", zipCode2: "6543" },
    ...{ phoneNumber1: "0999", phoneNumber2: "8888", phoneNumber3: "7777" },
  },
  lines: [{ selectedChoice: SECRETS.choice }],
});

/** All that the spreadsheet, the script and its mails hold, as one text. */
export function everything({ workbench }: Desk): string {
  const { host, sheets, spreadsheetId } = workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}?includeGridData=true`;
  const { body } = sheets.handle({ method: "GET", path, user: OPERATOR });
  return JSON.stringify([
    body,
    host.documentProperties(),
    host.scriptProperties(),
    host.userProperties(OPERATOR),
    host.mail(),
  ]);
}

export const secretsIn = (text: string): string[] => everySecret.filter((secret) => text.includes(secret));
