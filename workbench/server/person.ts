import type { Context } from "hono";
import { Refusal } from "../door/http-refusal.ts";
import type { PageWorkbench } from "./page-workbench.ts";

/** Whoever the page acts for. An event stream cannot have headers, so its address says it. Throws a `Refusal`. */
export function personOf({ people }: PageWorkbench, { req }: Context, from: "header" | "query" = "header"): string {
  const email = from === "header" ? req.header("x-workbench-user") : req.query("user");
  const person = people.find((known) => known.email === email);
  if (person === undefined) throw new Refusal(400, "Unknown person.");
  return person.email;
}
