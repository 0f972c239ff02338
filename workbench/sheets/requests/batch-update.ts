import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, badPayload, invalid, unimplemented } from "../api/api-error.ts";
import { type Mask, under } from "../api/field-mask.ts";
import { getSpreadsheet } from "../api/spreadsheet-get.ts";
import { requestKinds } from "./registry.ts";
import type { Context, RequestKind, Requests } from "./request-kind.ts";

/** Applies all requests to the fork in order; the first that is refused ends the call, named by its index. */
export function batchUpdate(
  body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
  context: Context,
  mask: Mask,
): sheets_v4.Schema$BatchUpdateSpreadsheetResponse {
  const requests = body.requests ?? [];
  if (requests.length === 0) throw invalid("Must specify at least one request.");
  const kinds = requests.map(kindOf);
  const replies = requests.map((request, i) => apply(kinds[i]!, request, i, context));
  return {
    spreadsheetId: context.book.spreadsheetId,
    replies,
    ...(body.includeSpreadsheetInResponse ? { updatedSpreadsheet: updated(body, context, mask) } : {}),
  };
}

type Kind = keyof Requests;

function kindOf(request: Requests, index: number): Kind {
  const kinds = Object.entries(request).filter(([, value]) => value !== null && value !== undefined);
  const [first, ...more] = kinds.map(([kind]) => kind as Kind);
  if (first === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
  if (more.length > 0)
    throw badPayload(
      `requests[${index}]`,
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${more[0]}'`,
    );
  if (requestKinds[first] === undefined) throw unimplemented(`batchUpdate request "${first}" (requests[${index}])`);
  return first;
}

function apply(kind: Kind, request: Requests, index: number, context: Context): sheets_v4.Schema$Response {
  const handler = requestKinds[kind] as RequestKind<Kind>;
  try {
    const reply = handler(request[kind] as never, context);
    return reply === undefined ? {} : { [kind]: reply };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.status, `Invalid requests[${index}].${kind}: ${error.message}`, error.details);
  }
}

function updated(body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest, { book, user }: Context, mask: Mask) {
  const ranges = body.responseRanges ?? [];
  return getSpreadsheet(book, user, {
    ...(ranges.length > 0 ? { ranges } : {}),
    includeGridData: body.responseIncludeGridData === true,
    mask: under(mask, "updatedSpreadsheet") ?? {},
  });
}
