import * as z from "zod/mini";
import { parsedJson } from "../../../../core/json.ts";
import { type ProductCodeField, productCodeFields } from "../../../../shop/product-code.ts";
import type { WholePage } from "../draft.ts";
import type { Listing, StockControl } from "../listing.ts";
import type { KnownProduct, KnownProducts } from "../product.ts";

/** What the panel has to know before any file is chosen. */
export interface ProductImportView {
  /** Whether the person may import here. */
  readonly editable: boolean;
  /** Who connected this spreadsheet; empty while nobody has. */
  readonly operator: string;
  readonly codeField: ProductCodeField;
}

/** What is known now, or why it cannot be told. */
export type KnownAnswer =
  | { readonly done: true; readonly known: string }
  | { readonly done: false; readonly message: string };

export interface Known extends KnownProducts {
  /** Plain codes of セット商品. */
  readonly sets: readonly string[];
  /** What the columns of 商品マスタ are called. */
  readonly headers: Readonly<Partial<Record<keyof KnownProduct, string>>>;
}

/** Google makes null of undefined on the way, and names of fields in every row make a long text: rows travel as JSON of their values. */
export function packedKnown({ products, ...others }: Known): string {
  const names = Object.keys(products[0] ?? {}) as (keyof KnownProduct)[];
  return JSON.stringify({ ...others, names, rows: products.map((product) => names.map((name) => product[name])) });
}

export function unpackedKnown(text: string): Known {
  const { names, rows, ...others } = JSON.parse(text) as Omit<Known, "products"> & {
    readonly names: readonly string[];
    readonly rows: readonly (readonly unknown[])[];
  };
  const products = rows.map(
    (row) => Object.fromEntries(names.map((name, at) => [name, row[at]])) as unknown as KnownProduct,
  );
  return { ...others, products };
}

/** A part of an import as the panel sends it: JSON, since what is left out of a listing must not arrive as null. */
export interface ImportPart {
  /** When the import began, by the panel's clock: it names the import. */
  readonly run: string;
  /** Counted from 0. The server does each once, however often it is sent. */
  readonly part: number;
  readonly codeField: ProductCodeField;
  readonly listings: readonly Listing[];
  readonly pages: readonly WholePage[];
  /** The operator's word that what the pages do not show is gone. */
  readonly retires: boolean;
  /** Rows that the panel refused, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Whether more is to come; cancelled where the operator wants no more. */
  readonly next: "more" | "end" | "cancelled";
}

export interface PartCounts {
  readonly added: number;
  readonly updated: number;
  readonly asked: number;
  readonly retired: number;
}

/** What came of a part: the counts of the whole import so far, or why it is not done and whether to try it again by itself. */
export type PartAnswer =
  | { readonly done: true; readonly counts: PartCounts; readonly left: boolean }
  | { readonly done: false; readonly wait: boolean; readonly message: string };

/** Of one part: what a single step can take in, several times over. */
const MOST = 20_000;

const stockControls: Readonly<Record<StockControl, true>> = { counted: true, none: true, unlimited: true, club: true };

/** Made when it is called for: the panel, which never does, is spared its code. */
const partSchema = () => {
  const text = z.string().check(z.maxLength(5000));
  const listing = z.object({
    manageNumber: text.check(z.minLength(1)),
    variantId: text,
    itemNumber: z.optional(text),
    merchantSkuId: z.optional(text),
    jan: z.optional(text),
    name: z.optional(text),
    variation: z.optional(text),
    genreId: z.optional(text),
    price: z.optional(z.nullable(z.number())),
    hidden: z.optional(z.boolean()),
    stockControl: z.optional(z.enum(Object.keys(stockControls) as [StockControl, ...StockControl[]])),
    shopStock: z.optional(z.nullable(z.number())),
  });
  const many = <Schema extends z.ZodMiniType>(one: Schema) => z.array(one).check(z.maxLength(MOST));
  return z.object({
    run: z.string().check(z.refine((instant) => !Number.isNaN(Date.parse(instant)))),
    part: z.int().check(z.minimum(0)),
    codeField: z.enum(Object.keys(productCodeFields) as [ProductCodeField, ...ProductCodeField[]]),
    listings: many(listing),
    pages: many(z.object({ manageNumber: text, units: z.array(text).check(z.maxLength(1000)) })),
    retires: z.boolean(),
    refused: z.record(text, z.int()),
    next: z.enum(["more", "end", "cancelled"]),
  });
};

/** Undefined for what no panel of ours sends. */
export function importPart(sent: unknown): ImportPart | undefined {
  const parsed = z.safeParse(partSchema(), typeof sent === "string" ? parsedJson(sent) : undefined);
  return parsed.success ? parsed.data : undefined;
}
