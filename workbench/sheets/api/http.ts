import { gunzipSync, inflateSync } from "node:zlib";
import { BODY_BYTES, tooLarge } from "../../door/body.ts";
import { HttpRefusal } from "../../door/http-refusal.ts";
import type { ApiRequest, ApiResponse, SheetsEngine } from "../engine.ts";
import { invalid } from "./api-error.ts";

/** One call over HTTP, as Google's front end takes it; Java's and Go's clients gzip their bodies and hide long queries in them. */
export async function answerHttp(
  engine: Pick<SheetsEngine, "handle">,
  request: Request,
  user: string,
): Promise<ApiResponse> {
  try {
    return engine.handle(apiRequest(request, unpacked(await request.arrayBuffer(), request.headers), user));
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    return { status: error.code, body: error.body };
  }
}

function apiRequest({ method, url, headers }: Request, text: string, user: string): ApiRequest {
  const path = url.replace(/^[a-z]+:\/\/[^/]+/, "");
  const meant = headers.get("x-http-method-override") ?? method;
  if (headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) {
    const joint = path.includes("?") ? "&" : "?";
    return { method: meant, path: text === "" ? path : path + joint + text, user };
  }
  return { method: meant, path, user, ...(text === "" ? {} : { body: parsed(text) }) };
}

function unpacked(body: ArrayBuffer, headers: Headers): string {
  const encoding = headers.get("content-encoding")?.toLowerCase() ?? "identity";
  const bytes = Buffer.from(body);
  const most = { maxOutputLength: BODY_BYTES };
  try {
    if (encoding === "gzip" || encoding === "x-gzip") return gunzipSync(bytes, most).toString("utf8");
    if (encoding === "deflate") return inflateSync(bytes, most).toString("utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw invalid(`Request body is not ${encoding}.`);
  }
  if (encoding !== "identity") throw invalid(`Unsupported content encoding: ${encoding}.`);
  return bytes.toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`Invalid JSON payload received. ${(error as SyntaxError).message}`);
  }
}
