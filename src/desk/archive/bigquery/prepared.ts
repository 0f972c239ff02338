import type { BigQueryTable, Dataset } from "../../../platform/ports.ts";
import { type ArchiveTableName, archiveTables } from "../archive-tables.ts";
import { expires, unlikeTable } from "../rules/bigquery-texts.ts";
import type { Access } from "./bigquery-access.ts";
import { fieldsOf, tableOf } from "./bigquery-schema.ts";

/** Tokyo: where a dataset is made that is not there. */
export const LOCATION = "asia-northeast1";

/** What was erased can be called back for so long: the least that Google allows, and what it does unless told. */
const LEAST_TRAVEL_HOURS = "48";
const USUAL_TRAVEL_HOURS = 168;

export const tableNames = Object.keys(archiveTables) as ArchiveTableName[];

/** As the REST API has it; Google's types for Apps Script are older. */
type TravelledDataset = Dataset & { readonly maxTimeTravelHours?: string };

export interface Prepared {
  readonly location: string;
  readonly made: boolean;
  /** How long what was changed can still be called back. */
  readonly travelHours: number;
}

/** Finds or makes dataset and tables. Throws Problem where rows would not last. */
export function prepared(access: Access): Prepared {
  const { dataset: id } = access.place;
  const look = () => access.askFor((bigQuery) => bigQuery.dataset(id));
  const there = look();
  if (there === undefined) access.make((bigQuery) => bigQuery.makeDataset(newDataset(id)));
  const dataset: TravelledDataset = there ?? access.ask((bigQuery) => bigQuery.dataset(id));
  if ((dataset.defaultTableExpirationMs ?? dataset.defaultPartitionExpirationMs) !== undefined) {
    throw expires(access.place);
  }
  for (const name of tableNames) prepareTable(access, name);
  const travelHours = Number(dataset.maxTimeTravelHours ?? USUAL_TRAVEL_HOURS);
  return { location: dataset.location ?? LOCATION, made: there === undefined, travelHours };
}

const newDataset = (datasetId: string): TravelledDataset => ({
  datasetReference: { datasetId },
  location: LOCATION,
  description: "出荷シートの過去の出荷",
  maxTimeTravelHours: LEAST_TRAVEL_HOURS,
});

function prepareTable(access: Access, name: ArchiveTableName): void {
  const { dataset } = access.place;
  const look = () => access.askFor((bigQuery) => bigQuery.table(dataset, name));
  let table = look();
  if (table === undefined) {
    access.make((bigQuery) => bigQuery.makeTable(dataset, { tableReference: { tableId: name }, ...tableOf(name) }));
    table = look();
  }
  if ((table?.expirationTime ?? table?.timePartitioning?.expirationMs) !== undefined) throw expires(access.place);
  addColumns(access, name, table?.schema?.fields ?? []);
}

type Fields = NonNullable<NonNullable<BigQueryTable["schema"]>["fields"]>;

/** A newer version has columns that the table lacks; columns of the shop's own stay. */
function addColumns(access: Access, name: ArchiveTableName, known: Fields): void {
  const declared = fieldsOf(name);
  const twin = (field: Fields[number]) => known.find((one) => one.name?.toLowerCase() === field.name?.toLowerCase());
  for (const field of declared) {
    const type = twin(field)?.type;
    if (type !== undefined && plainType(type) !== plainType(field.type)) {
      throw unlikeTable(access.place, name, field.description ?? field.name ?? "");
    }
  }
  const added = declared.filter((field) => twin(field) === undefined);
  if (added.length === 0) return;
  access.ask((bigQuery) =>
    bigQuery.changeTable(access.place.dataset, name, { schema: { fields: [...known, ...added] } }),
  );
}

/** Google gives some types back by their older names. */
const OLDER: Readonly<Record<string, string>> = { INTEGER: "INT64", FLOAT: "FLOAT64", BOOLEAN: "BOOL" };
const plainType = (type = ""): string => OLDER[type] ?? type;
