/**
 * shippingTerm as people read it: 0 none, 1 午前, 2 午後, 9 その他, else two hours h1h2 with h1 unpadded (rms-api 3.8).
 * A number that is none of these is shown as it is, for a person to say in the master what it means.
 */
export function termLabel(term: number): string {
  if (term === 1) return "午前";
  if (term === 2) return "午後";
  if (term === 9) return "その他";
  if (term === 0) return "";
  const [from, to] = [Math.floor(term / 100), term % 100];
  return from > 0 && from < to && to <= 24 ? `${from}時～${to}時` : `時間帯コード${term}`;
}

/** Any spelling of a term (`12-14時`, `12:00〜14:00`) as `termLabel` writes it; undefined for what no order can ask for. */
export function termOfText(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const [, from, to] = /^(\d+)(?:時|:00)?[~〜ー−‐-―-](\d+)(?:時|:00)?$/.exec(plain) ?? [];
  if (from !== undefined) return `${Number(from)}時～${Number(to)}時`;
  return /^(午前|午後|その他|時間帯コード\d+)$/.test(plain) ? plain : undefined;
}
