import { carrierOfLabel } from "../../../shop/carrier.ts";
import { isNoBand } from "../../../shop/time-band.ts";
import type { Unusable } from "../../../shop/unusable.ts";
import { termOfText } from "../../../shop/wished-term.ts";
import { type Entry, toChoose } from "../entry.ts";

/** 配送時間帯マスタ as a job uses it, by key. */
export function readBands(entries: readonly Entry[]): Map<string, string | Unusable | "unmapped"> {
  const bands = new Map<string, string | Unusable>();
  for (const { key, cell, text, fault, unusable } of entries) {
    if (carrierOfLabel(text("carrier")) === undefined) fault("carrier", toChoose("配送会社"));
    if (termOfText(text("term")) === undefined) fault("term", "「14時～16時」「午前」のように入力してください。");
    // Who pasted 0812 as a number lost its zero, and nobody can tell whether there was one.
    if (typeof cell("code") === "number") fault("code", "数値です。「'0812」のように「'」を付けて入力してください。");
    const code = text("code").normalize("NFKC");
    const wrong = unusable();
    const band = code === "" ? "unmapped" : isNoBand(code) ? "" : code;
    bands.set(key, wrong === undefined ? band : { unusable: wrong });
  }
  return bands;
}
