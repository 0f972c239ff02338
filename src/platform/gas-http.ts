import { type Http, TransportFailure } from "./ports.ts";

/** Without it one hung call may last six minutes, the whole execution (apps-script 2). */
const TIMEOUT_SECONDS = 20;

export const gasHttp: Http = {
  send({ method, url, contentType, headers, body }) {
    const response = answered(url, {
      method,
      headers: { ...headers },
      muteHttpExceptions: true,
      followRedirects: false,
      timeoutSeconds: TIMEOUT_SECONDS,
      ...(body === undefined ? {} : { payload: body }),
      ...(contentType === undefined ? {} : { contentType }),
    });
    return {
      status: response.getResponseCode(),
      headers: lowerCased(response.getHeaders()),
      body: response.getContentText("UTF-8"),
    };
  },
};

type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };

/** Apps Script puts the address, never a header, into its exception; ours says even less. */
function answered(url: string, options: Options): GoogleAppsScript.URL_Fetch.HTTPResponse {
  try {
    return UrlFetchApp.fetch(url, options);
  } catch {
    throw new TransportFailure();
  }
}

const lowerCased = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
