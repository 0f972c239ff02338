import * as z from "zod/mini";
import type { Serial } from "../../../core/jst.ts";

/** What people said of one report, beyond what stands in the sheet. */
export interface ReportRequest {
  /** The day on which parcels left that are 出荷済 without a day: that of the preview which they looked at. */
  readonly blankDay?: Serial | undefined;
}

const request = () => z.nullish(z.object({ blankDay: z.optional(z.int()) }));

/** What cannot be read says nothing: such rows are then not sent. */
export const reportRequest = (sent: unknown): ReportRequest => z.safeParse(request(), sent).data ?? {};
