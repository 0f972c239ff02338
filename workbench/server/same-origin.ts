import type { MiddlewareHandler } from "hono";

const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Another site that a browser has open can send requests to this port, or point its own name at 127.0.0.1.
 * So the host must be this machine, and a request that a page made must come from our page.
 */
export const onlyFromHere: MiddlewareHandler = async (context, next) => {
  const host = context.req.header("host") ?? "";
  const origin = context.req.header("origin");
  if (!local.test(host) || (origin !== undefined && origin !== `http://${host}`)) {
    return context.json(
      { error: { code: 403, message: "This workbench answers its own page only.", status: "PERMISSION_DENIED" } },
      403,
    );
  }
  return next();
};
