// Once this is imported, files in TypeScript can be.
import "./installed.mjs";

const { register } = await import("tsx/esm/api");
register();
