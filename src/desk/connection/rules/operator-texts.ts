import { captions, inMenu } from "../../../core/menu-texts.ts";

export const CHANGE = "引き継ぐ";

export const nobody = `楽天のキーはまだ登録されていません。${inMenu(captions.showSettings)}で登録すると、登録した方が担当者になります。`;

export const already = "あなたがすでに担当者です。";

/** Whoever may not, hears who can. `can` is what they wanted, as in 「初期設定を実行できる」. */
export const onlyOperator = (can: string, operator: string): string =>
  `${can}のは、楽天と連携している ${operator} さんだけです。${operator} さんに依頼してください。`;

/** Where Google hides who it is that runs us. `what` is what they cannot do. */
export const nameless = (what: string): string =>
  `Googleアカウントのメールアドレスを確認できないため、${what}。もう一度メニューから開き、アクセスを許可してください。`;

export const NAMELESS = nameless("担当者を変更できません");

export const notAllowed = (operator: string, owner: string): string =>
  `今の担当者は ${operator} さんです。担当者を変更できるのは、スプレッドシートの所有者（${owner} さん）と、設定の「担当者」に登録された方だけです。`;

export const ask = (operator: string): string =>
  `今の担当者は ${operator} さんです。引き継ぐと、設定を変更できるのはあなただけになり、${operator} さんの自動連携は次の確認のときに止まります。楽天のキーは引き継がれないため、登録し直してください。\n\n引き継ぐときは「${CHANGE}」と入力してください。`;

export const changed = (operator: string): string =>
  `担当者を ${operator} さんからあなたに変更しました。続けて、${inMenu(captions.showSettings)}で楽天のキーを登録し、${inMenu(captions.setUp)}を実行してから、自動連携を始めてください。${operator} さんのキーが不要な場合は、RMSでライセンスキーを更新してください。`;
