/** Whose a store, cache or lock is. */
export type Scope = "user" | "script" | "document";

const names = { user: "User", script: "Script", document: "Document" };

/** "PropertiesService.getUserProperties" and its like. */
export const getter = (service: string, scope: Scope, kind: string): string => `${service}.get${names[scope]}${kind}`;
