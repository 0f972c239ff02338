import { Problem, type Remedy } from "../core/problem.ts";
import type { Platform } from "../platform/ports.ts";
import type { Report } from "./report.ts";

/** What the person hears at the end; `remedy` says who acts next. */
export interface Notice {
  readonly remedy: Remedy | "none";
  readonly message: string;
  readonly report?: Report;
  readonly rmsCalls: number;
}

/** A failure waits to be read; a success passes by. */
export function show({ screen }: Pick<Platform, "screen">, title: string, { remedy, message }: Notice): void {
  if (remedy === "none") screen.toast(message, title);
  else screen.alert(title, message);
}

/** What is no Problem is a bug of ours, and says so. */
export function problemFrom(platform: Pick<Platform, "report">, error: unknown): Problem {
  platform.report(error);
  if (error instanceof Problem) return error;
  return new Problem(
    "report",
    "想定外のエラーで止まりました。書き込み済みの内容は残っています。続くときは開発元へお知らせください。",
    { cause: error },
  );
}
