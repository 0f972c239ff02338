import type * as z from "zod/mini";

/** One function of RMS WEB SERVICE as data; `rmsClient` calls them all. */
export interface Endpoint<Request, Reply> {
  /** The function's name in RMS, which is also the name of its switch there and of its pacing. */
  readonly name: string;
  readonly method: "get" | "post";
  readonly path: string;
  /** RMS searches by POST, so the verb cannot tell whether a repeat is harmless. */
  readonly repeatable: boolean;
  readonly reply: z.ZodMiniType<Reply>;
  /** Only carries the type of what is sent. */
  readonly request?: Request;
}
