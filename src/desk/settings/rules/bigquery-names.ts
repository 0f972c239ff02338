import * as z from "zod/mini";

/** Where archives are made where nobody names another dataset. */
export const DEFAULT_DATASET = "shukka_sheet";

/** Of Google Cloud: 6 to 30 characters. Null until somebody names one. */
export const projectName = () =>
  z.nullable(
    z
      .string("プロジェクトIDを入力してください。")
      .check(
        z.regex(
          /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
          "プロジェクトID（英小文字で始まる、英小文字・数字・ハイフンの6から30文字）を入力してください。プロジェクト名や番号ではありません。",
        ),
      ),
  );

export const datasetName = () =>
  z
    .string("データセット名を入力してください。")
    .check(z.regex(/^\w{1,1024}$/, "データセット名は、半角の英数字と「_」で入力してください。"));
