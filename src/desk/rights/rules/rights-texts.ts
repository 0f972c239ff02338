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
  hidden:
    "お届け先と注文者の氏名・住所・電話番号・備考の列を、全員の画面で隠しました。取得や初期設定をしても隠れたままです。\n\n" +
    "隠すことは、秘密を守ることではありません。ファイルを開ける人は、検索・コピー・ダウンロードや数式で、隠した列も読めます。見せたくない人とは、ファイルを共有しないでください。「▸ お届け先」などの折りたたんだ列を開くと、その中の隠した列も表示されます。\n\n" +
    `「変更内容」「確認事項」「作業メモ」など、作業に使う列は隠していません。氏名や住所が書かれていることがあります。戻すときは${inMenu(captions.showPersonal)}を選んでください。`,
  shown:
    "氏名・住所・電話番号・備考の列を、全員の画面に表示しました。折りたたんだ列は、列名の上の「＋」で開くと見えます。",
  notYours: `列を隠したり表示したりできるのは、シート全体を変更できる人だけです（${inMenu(captions.showSettings)}の「${operators.label}」）。`,
  noWholeMenu: (responsible: string) =>
    `担当者のメニューを使えるのは、楽天のキーを登録した方（${responsible} さん）、スプレッドシートの所有者と、設定の「${operators.label}」に登録された方だけです。`,
  both: (address: string) =>
    `${address} は「${operators.label}」にも入力されています。どちらか一方だけに入力してください。`,
  connected: (address: string) =>
    `${address} はキーを登録した人なので、「${staff.label}」にはできません。この欄から消してください。`,
} as const;
