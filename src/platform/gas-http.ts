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

/** Of the day's calls, of which a consumer account has 20,000 (apps-script 2). */
const QUOTA = /invoked too many times for one day|Bandwidth quota exceeded/i;

type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };

/** Apps Script puts the address, and with it perhaps a key, into its exception; ours says only what kind it was. */
function answered(url: string, options: Options): GoogleAppsScript.URL_Fetch.HTTPResponse {
  try {
    return UrlFetchApp.fetch(url, options);
  } catch (error) {
    throw new TransportFailure(QUOTA.test(String(error)));
  }
}

const lowerCased = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
