/** Writes the add-on to `out`; plugins come before those of the build itself. */
export function buildAddOn(out?: string, plugins?: import("esbuild").Plugin[], readable?: boolean): Promise<void>;
