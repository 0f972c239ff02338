import type { Context } from "hono";
import type { PageWorkbench } from "./page-workbench.ts";

/** Whoever the page acts for; undefined for somebody the workbench does not know. */
export function personOf({ people }: PageWorkbench, { req }: Context): string | undefined {
  const email = req.header("x-workbench-user") ?? req.query("user");
  return people.find((known) => known.email === email)?.email;
}

export const unknownPerson = (context: Context) =>
  context.json({ error: { code: 400, message: "Unknown person." } }, 400);
