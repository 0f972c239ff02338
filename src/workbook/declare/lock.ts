/** How our protections are recognised; people see it in the list of protected ranges. */
export const LOCK = "出荷シート: 取込が書き込む列";
export const WARNING = "出荷シート: 上書きの確認";

export const isOurLock = ({ description }: { readonly description?: string | undefined }): boolean =>
  description === LOCK || description === WARNING;
