/** How our protections are recognised; people see it in the list of protected ranges. */
export const LOCK = "出荷シート: 入力欄のほか";
export const WARNING = "出荷シート: 上書きの確認";

/** From when each group of columns had a lock of its own. */
const FORMER_LOCK = "出荷シート: 取込が書き込む列";

export const isOurLock = ({ description = "" }: { readonly description?: string | undefined }): boolean =>
  [LOCK, WARNING, FORMER_LOCK].includes(description);
