import * as z from "zod/mini";
import { type CarrierCode, carriers } from "../../../shop/carrier.ts";

const LONGEST_METHOD = 200;
const MOST = 100;

/** Carriers that people chose for delivery methods, as a panel sends them. */
const schema = z
  .array(
    z.object({
      method: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_METHOD)),
      carrier: z.enum(Object.keys(carriers) as [CarrierCode, ...CarrierCode[]]),
    }),
  )
  .check(z.minLength(1), z.maxLength(MOST));

export type CarrierChoices = z.infer<typeof schema>;

/** Undefined for what no panel of ours sends. */
export const carrierChoices = (sent: unknown): CarrierChoices | undefined => z.safeParse(schema, sent).data;

export interface ChoiceResult {
  readonly done: boolean;
  readonly message: string;
}

export const choiceTexts = {
  title: "配送会社の設定",
  unreadable: "選んだ内容を読み取れません。画面を開き直して、もう一度選んでください。",
  onlyOperator: (who: string): string => `配送会社を設定できるのは、担当者${who === "" ? "" : `（${who}）`}だけです。`,
  chosen: (names: readonly string[]): string => `${names.join("、")} を設定しました。`,
  kept: (methods: readonly string[]): string =>
    `${methods.map((method) => `「${method}」`).join("、")}にはすでに配送会社が入っているため、変更していません。`,
} as const;
