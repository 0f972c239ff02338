import { type Elsewhere, SheetsFailure, type Sheets as SheetsPort } from "./ports.ts";

/** The advanced service reports a failure as an exception; `details.code` is the HTTP status where there was an answer. */
interface ApiException {
  readonly message?: string;
  readonly details?: { readonly code?: number };
}

const PREFIX = /^API call to sheets\.\S+ failed with error: /;

function service() {
  const spreadsheets = Sheets?.Spreadsheets;
  if (spreadsheets === undefined) throw new Error("the advanced service Sheets is not enabled");
  return spreadsheets;
}

export const gasSheets = (spreadsheetId: string): SheetsPort => ({
  get: (query) => attempt(() => service().get(spreadsheetId, { ...query })),
  batchUpdate: (request) => attempt(() => service().batchUpdate(request, spreadsheetId)),
});

export const gasElsewhere: Elsewhere = {
  of: gasSheets,
  create(properties) {
    const { spreadsheetId } = attempt(() => service().create({ properties }));
    if (spreadsheetId === undefined) throw new SheetsFailure(undefined, "no id of the new spreadsheet");
    return spreadsheetId;
  },
};

function attempt<Reply>(call: () => Reply): Reply {
  try {
    return call();
  } catch (error) {
    const { message: told = "", details } = error as ApiException;
    const message = told.replace(PREFIX, "");
    throw new SheetsFailure(details?.code ?? statusOf(message), message);
  }
}

/** Where Google leaves out the status, its usual texts tell; anything else is taken as an unknown outcome. */
function statusOf(message: string): number | undefined {
  if (/Quota exceeded|Resource has been exhausted/i.test(message)) return 429;
  if (/permission|protected cell/i.test(message)) return 403;
  if (/^(Invalid |Unable to parse|No grid with id|Range \()/.test(message)) return 400;
  return undefined;
}
