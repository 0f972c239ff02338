import type { BigQueryTable } from "../../../platform/ports.ts";
import { type ArchiveTableName, archiveTables } from "../archive-tables.ts";
import { expires, unlikeTable } from "../rules/bigquery-texts.ts";
import type { Access } from "./bigquery-access.ts";
import { fieldsOf, tableOf } from "./bigquery-schema.ts";

/** Tokyo: where a dataset is made that is not there. */
export const LOCATION = "asia-northeast1";

/** The least that Google allows: what was erased can be called back for so long. */
const TIME_TRAVEL_HOURS = "48";

export const tableNames = Object.keys(archiveTables) as ArchiveTableName[];

/** Finds or makes dataset and tables, and gives the place of the data. Throws Problem where rows would not last. */
export function prepared(access: Access): { readonly location: string; readonly made: boolean } {
  const { dataset: datasetId } = access.place;
  const made = access.askFor((bigQuery) => bigQuery.dataset(datasetId)) === undefined;
  if (made) {
    const dataset = {
      datasetReference: { datasetId },
      location: LOCATION,
      description: "出荷シートの過去の出荷",
      maxTimeTravelHours: TIME_TRAVEL_HOURS,
    };
    access.make((bigQuery) => bigQuery.makeDataset(dataset));
  }
  const dataset = access.ask((bigQuery) => bigQuery.dataset(datasetId));
  if ((dataset.defaultTableExpirationMs ?? dataset.defaultPartitionExpirationMs) !== undefined) {
    throw expires(access.place);
  }
  for (const name of tableNames) prepareTable(access, name);
  return { location: dataset.location ?? LOCATION, made };
}

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
