import { CHECKED } from "../../shop/tracking-number.ts";
import type { Validation } from "../../workbook/declare/column.ts";

/**
 * What people type about a parcel, checked as they type it; runs check it again, by the rules of `shop/tracking-number.ts` and
 * `shop/meant-day.ts`. Formulas of functions that Google and the workbench both have.
 */

/** What `plainNumber` leaves out: dashes and blanks as people type them. */
const LEFT_OUT = ["-", "－", "‐", "−", "ー", " ", "　"];
const FULL_WIDTH = "０１２３４５６７８９";

const TYPED = "{trackingNumber}";
const PLAIN = [
  ...LEFT_OUT.map((sign) => [sign, ""] as const),
  ...[...FULL_WIDTH].map((digit, at) => [digit, String(at)] as const),
].reduce((text, [from, to]) => `SUBSTITUTE(${text},"${from}","${to}")`, TYPED);

/** Of the carrier that people chose, else of that which the masters propose. */
const CODE = 'LEFT(IF({carrier}<>"",{carrier},{suggestedCarrier}),4)';

/** Several in one cell, or a number with letters in front such as EE123456789JP: only a run tells those apart. */
const SEVERAL = ["CHAR(10)", '","', '"、"', '";"'].map((sign) => `ISNUMBER(FIND(${sign},${TYPED}))`).join(",");
const LEFT_TO_THE_RUN = `OR(${SEVERAL},LEN(${PLAIN})>20,AND(LEN(${PLAIN})=13,ISERROR(VALUE(LEFT(${PLAIN},2)))))`;

const codes = Object.keys(CHECKED).join(" ");
const lengths = Object.entries(CHECKED).flatMap(([code, all]) => all.map((length) => `${code}:${length};`));
const HAS_LENGTH = `ISNUMBER(FIND(${CODE}&":"&LEN(${PLAIN})&";","${lengths.join("")}"))`;
const HAS_CHECK_DIGIT = `IFERROR(MOD(INT(VALUE(${PLAIN})/10),7)=MOD(VALUE(${PLAIN}),10),FALSE)`;
const IS_UNCHECKED = `OR(LEN(${CODE})<4,ISERROR(FIND(${CODE},"${codes}")))`;

/** 伝票番号: digits and check digit as the row's carrier has them, no damage by Excel, and not the number of another row. */
export const trackingValidation: Validation = {
  holds:
    `AND(SUMPRODUCT(({trackingNumber:all}=${TYPED})*1)<2,NOT(ISNUMBER(SEARCH("E+",${TYPED}))),` +
    `OR(${LEFT_TO_THE_RUN},${IS_UNCHECKED},AND(${HAS_LENGTH},${HAS_CHECK_DIGIT})))`,
  message:
    "伝票番号を送り状と見比べてください。桁数や末尾の検査数字が配送会社の番号と合わないか、ほかの行と同じ番号です。正しければ、このままで構いません。",
};

/** 発送日: a real day within a year. */
export const dayValidation: Validation = {
  holds: "AND(ISNUMBER({shippedOn}),ABS(INT({shippedOn})-TODAY())<=365)",
  refuses: true,
  message:
    "発送日は、2026/11/26 や 11/26 のように「/」で区切り、今日から1年以内の日付を入力してください。「20261126」のような数字は日付になりません。",
};
