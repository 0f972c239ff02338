import type { Catalog } from "./catalog.ts";
import type { Project, Projects } from "./projects.ts";
import type { Sql } from "./warehouse.ts";

/** What a call works on: one project, as one person, at one moment, all or nothing. */
export interface Setting {
  readonly sql: Sql;
  readonly catalog: Catalog;
  readonly projects: Projects;
  readonly project: Project;
  readonly user: string;
  readonly now: Date;
}
