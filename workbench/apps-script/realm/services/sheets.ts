import { ask } from "../call.ts";
import { service } from "../service.ts";

type Collections = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type Values = GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection;
type Metadata = GoogleAppsScript.Sheets.Collection.Spreadsheets.DeveloperMetadataCollection;

/** Every method is one call of the Sheets API with the arguments as they are. */
const through =
  (name: string) =>
  <Answer>(...args: readonly unknown[]): Answer =>
    ask<Answer>(`Sheets.Spreadsheets.${name}`, ...args);

export const Sheets = service<GoogleAppsScript.Sheets>("Sheets", {
  Spreadsheets: service<Collections>("Sheets.Spreadsheets", {
    get: through("get"),
    create: through("create"),
    batchUpdate: through("batchUpdate"),
    Values: service<Values>("Sheets.Spreadsheets.Values", {
      get: through("Values.get"),
      batchGet: through("Values.batchGet"),
      update: through("Values.update"),
      batchUpdate: through("Values.batchUpdate"),
      append: through("Values.append"),
      clear: through("Values.clear"),
      batchClear: through("Values.batchClear"),
    }),
    DeveloperMetadata: service<Metadata>("Sheets.Spreadsheets.DeveloperMetadata", {
      get: through("DeveloperMetadata.get"),
      search: through("DeveloperMetadata.search"),
    }),
  }),
});
