import { itemTime } from "../../shop/jst.ts";
import { errors, refuse } from "../answers.ts";
import { type Answer, type Call, isRecord, ok } from "../call.ts";
import { MAX_QUANTITY, quantityAfter, readChange, readPair, type StockChange } from "./inventory-request.ts";
import { type InventoryVersion, stockModel } from "./stock-model.ts";

export const MAX_BULK_READ = 1000;
export const MAX_BULK_WRITE = 400;
const MAX_RANGE = 1000;

const pairOf = ({ params }: Call) => ({
  manageNumber: (params.manageNumber ?? "").toLowerCase(),
  variantId: params.variantId ?? "",
});

/** `GET …/inventories/manage-numbers/{manageNumber}/variants/{variantId}` */
export const variantGet =
  (version: InventoryVersion) =>
  (call: Call): Answer => {
    const { manageNumber, variantId } = pairOf(call);
    const stock = call.shop.stock(manageNumber, variantId);
    return stock ? ok(stockModel(stock, version)) : notFound(manageNumber, variantId);
  };

const notFound = (manageNumber: string, variantId: string): Answer =>
  errors(404, "GE0014", `Not found for inputs; manageNumber=${manageNumber}, variantId=${variantId}`);

/** `PUT` of the same path; a pair that no item has is accepted all the same. */
export const variantUpsert =
  (version: InventoryVersion) =>
  (call: Call): Answer => {
    if (!isRecord(call.body)) return emptyBody();
    const change = readChange({ ...call.body, ...pairOf(call) }, "", version);
    write(
      call,
      change,
      quantityAfter(call.shop.stock(change.manageNumber, change.variantId)?.quantity, change, ""),
      version,
    );
    return { status: 204 };
  };

/** `DELETE` of the same path */
export function variantDelete(call: Call): Answer {
  const { manageNumber, variantId } = pairOf(call);
  if (!call.shop.stock(manageNumber, variantId)) return notFound(manageNumber, variantId);
  call.shop.removeStock(manageNumber, variantId);
  return { status: 204 };
}

const emptyBody = (): Answer => errors(400, "GE0011", "Request body is missing or is empty without any attributes.");

function readList(body: unknown, limit: number): readonly unknown[] {
  const list = isRecord(body) ? body.inventories : undefined;
  if (!Array.isArray(list) || list.length === 0) return refuse("IE0001", "inventories is mandatory.", "inventories");
  if (list.length > limit)
    refuse("IE1101", "inventories exceeds the maximum number of entries allowed.", "inventories");
  return list;
}

function refuseTwice(pairs: readonly { readonly manageNumber: string; readonly variantId: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { manageNumber, variantId }] of pairs.entries()) {
    const key = `${manageNumber}\n${variantId}`;
    if (seen.has(key))
      refuse(
        "IE1102",
        "There are multiple occurrences of the same manageNumber and variantId.",
        `inventories[${index}]`,
      );
    seen.add(key);
  }
}

/** `POST …/inventories/bulk-get`: unknown pairs are left out. */
export const bulkGet =
  (version: InventoryVersion) =>
  ({ shop, body }: Call): Answer => {
    if (!isRecord(body)) return emptyBody();
    const pairs = readList(body, MAX_BULK_READ).map((entry, index) => readPair(entry, `inventories[${index}].`));
    refuseTwice(pairs);
    const found = pairs.flatMap(({ manageNumber, variantId }) => shop.stock(manageNumber, variantId) ?? []);
    return ok({ inventories: found.map((stock) => stockModel(stock, version)) });
  };

/** `GET …/inventories/bulk-get/range?minQuantity=&maxQuantity=`: the stock changed last comes first. */
export const bulkGetRange =
  (version: InventoryVersion) =>
  ({ shop, query }: Call): Answer => {
    const bound = (name: string, otherwise: number): number => {
      const value = query.get(name);
      if (value === null) return otherwise;
      if (!/^-?\d{1,9}$/.test(value)) return refuse("IE0002", `${name} has an invalid value : ${value}.`);
      if (Number(value) < 0 || Number(value) > MAX_QUANTITY)
        refuse("IE0003", `${name} must be between 0 and ${MAX_QUANTITY}.`);
      return Number(value);
    };
    if (!query.has("minQuantity") && !query.has("maxQuantity"))
      refuse("IE0105", "Either minQuantity or maxQuantity is mandatory.");
    const [low, high] = [bound("minQuantity", 0), bound("maxQuantity", MAX_QUANTITY)];
    if (low > high) refuse("IE0113", "minQuantity must not be greater than maxQuantity.");
    const found = [...shop.state.stocks.values()].filter(({ quantity }) => quantity >= low && quantity <= high);
    if (found.length > MAX_RANGE) refuse("IE0116", "Too many search results, please change the query of search.");
    found.sort((one, other) => other.updated - one.updated);
    return ok({ inventories: found.map((stock) => stockModel(stock, version)) });
  };

/** `POST …/inventories/bulk-upsert`: one bad row refuses them all. */
export const bulkUpsert =
  (version: InventoryVersion) =>
  (call: Call): Answer => {
    if (!isRecord(call.body)) return emptyBody();
    const changes = readList(call.body, MAX_BULK_WRITE).map((entry, index) =>
      readChange(entry, `inventories[${index}].`, version),
    );
    refuseTwice(changes);
    const quantities = changes.map((change, index) =>
      quantityAfter(call.shop.stock(change.manageNumber, change.variantId)?.quantity, change, `inventories[${index}].`),
    );
    for (const [index, change] of changes.entries()) write(call, change, quantities[index]!, version);
    return { status: 204 };
  };

function write({ shop }: Call, change: StockChange, quantity: number, version: InventoryVersion): void {
  const { manageNumber, variantId, operationLeadTime, shipFromIds } = change;
  const { operationLeadTime: keptTime, shipFromIds: keptFrom } = shop.stock(manageNumber, variantId) ?? {};
  const [time, from] = version === "2.0" ? [keptTime, keptFrom] : [operationLeadTime, shipFromIds];
  shop.setStock(manageNumber, variantId, quantity, {
    ...(time && { operationLeadTime: time }),
    ...(from && { shipFromIds: from }),
  });
}

/** `GET /es/2.1/inventories/variant-lists/manage-numbers/{manageNumber}` */
export function variantList(call: Call): Answer {
  const { manageNumber } = pairOf(call);
  const stocks = [...call.shop.state.stocks.values()].filter((stock) => stock.manageNumber === manageNumber);
  if (stocks.length === 0) return errors(404, "GE0014", `Not found for inputs; manageNumber=${manageNumber}`);
  return ok({
    manageNumber,
    variantList: stocks.map(({ variantId }) => variantId),
    created: itemTime(Math.min(...stocks.map(({ created }) => created))),
    updated: itemTime(Math.max(...stocks.map(({ updated }) => updated))),
  });
}
