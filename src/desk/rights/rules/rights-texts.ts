import { captions, inMenu } from "../../../core/menu-texts.ts";
import { fieldTexts } from "../../settings/rules/settings-texts.ts";

const { operators, staff } = fieldTexts;

export const rightsTexts = {
  item: "シートの保護",
  applying: "シートの保護の更新",
  kept: (count: number) =>
    `シート全体を変更できる人は${count}人です。ほかの編集者は入力欄だけを変更できます（${inMenu(captions.showSettings)}の「担当者」）。`,
  refused: `「${operators.label}」をGoogleが受け付けなかったため、シートの保護を更新できませんでした。メールアドレスがGoogleアカウントのものか確認してください。`,
  refusedHow: `${inMenu(captions.showSettings)}の「${operators.label}」を直して保存すると解消します。`,
  both: (address: string) =>
    `${address} は「${operators.label}」にも入力されています。どちらか一方だけに入力してください。`,
  connected: (address: string) =>
    `${address} はキーを登録した人なので、「${staff.label}」にはできません。この欄から消してください。`,
} as const;
