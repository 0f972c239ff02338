import * as z from "zod/mini";
import { linesOf } from "../../../core/line-break.ts";
import { sameAddress } from "../../../core/mail-address.ts";

/** In the characters that Google takes for an account: no blank, no list separator, one "@". */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i;
const MOST = 50;
/** Settings lie together in one property, which Google keeps to 9 KB. */
const LONGEST = 1500;

const UNREADABLE = "メールアドレスを1行に1件ずつ入力してください。";

const plain = (address: string): string => address.normalize("NFKC").trim();
/** Each once, as it was first written. */
export const eachOnce = (addresses: readonly string[]): string[] =>
  addresses.filter((address, at) => addresses.findIndex((other) => sameAddress(other, address)) === at);

const wrong = (addresses: unknown): string[] =>
  (addresses as string[]).filter((address) => !ADDRESS.test(address)).slice(0, 3);

/** People by their mail addresses. */
export const mailList = () =>
  z
    .pipe(
      z.array(z.string(UNREADABLE), UNREADABLE),
      z.transform((addresses) => eachOnce(addresses.map(plain).filter(Boolean))),
    )
    .check(
      z.refine((addresses) => wrong(addresses).length === 0, {
        error: ({ input }) => `メールアドレスとして読み取れません: ${wrong(input).join("、")}`,
      }),
      z.refine(
        (addresses) => addresses.length <= MOST && addresses.join().length <= LONGEST,
        `${MOST}人、合わせて${LONGEST}文字までにしてください。`,
      ),
    );

/** What people type: one address a line; commas and blanks part them too. */
export const addressesIn = (typed: string): string[] =>
  linesOf(typed)
    .flatMap((line) => line.split(/[\s,;、，；]+/))
    .filter(Boolean);
