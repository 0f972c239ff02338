import { text, wholeNumber } from "./option.ts";

/** The shop of a sandbox. */
export const shopOptions = {
  seed: text("TEXT", "the same seed makes the same shop", "1"),
  orders: wholeNumber("orders in a new shop", 200),
  skus: wholeNumber("SKUs in a new shop", 300),
};

export const folderOption = {
  folder: text(
    "DIR",
    "where the workbook, the shop and the settings are kept; one that is there keeps its shop",
    ".workbench",
  ),
};
