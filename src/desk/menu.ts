import {
  captions,
  daily,
  type ItemName,
  type Submenu,
  staffItems,
  submenus,
  WITHOUT_PANEL,
} from "../core/menu-texts.ts";
import { dialogTitles } from "./settings/rules/dialog-titles.ts";

/** An item calls the function of main.ts that has its name. */
export type MenuEntry = Item | "line" | { readonly caption: string; readonly entries: readonly MenuEntry[] };

interface Item {
  readonly caption: string;
  readonly fn: string;
}

/** People see first what would be sent; the panel sends it. */
const panels: Partial<Record<ItemName, string>> = { reportShipments: "showReport", updateShopStock: "showStockUpdate" };

/** Staff can look at nothing of the shop's: they ask for it. */
const asking: typeof panels = { reportShipments: "askToReport" };

const item = (name: ItemName, opens = panels): Item => ({ caption: captions[name], fn: opens[name] ?? name });

/** Offered first until somebody has run it. */
export const firstStep: Item = { caption: `はじめに: ${captions.setUp}を実行`, fn: "setUp" };

/** What the panel of settings holds, a dialog each: `askStaff` asks for `staff`. */
const dialogs: readonly Item[] = Object.entries(dialogTitles).map(([name, caption]) => ({
  caption,
  fn: `ask${name.charAt(0).toUpperCase()}${name.slice(1)}`,
}));

const withoutPanel: readonly MenuEntry[] = [
  { caption: `${captions.updateShopStock}（パネルを使わない）`, fn: "updateShopStock" },
  "line",
  ...dialogs,
];

const grouped = (groups: readonly (readonly ItemName[])[], opens = panels): MenuEntry[] =>
  groups.flatMap((names, at): MenuEntry[] => [
    ...(at === 0 ? [] : ["line" as const]),
    ...names.map((name) => item(name, opens)),
  ]);

const partOf = ({ caption, items, parts = [] }: Submenu): MenuEntry => ({
  caption,
  entries: [
    ...items.map((name) => item(name)),
    ...(caption === WITHOUT_PANEL ? withoutPanel : []),
    ...parts.map(partOf),
  ],
});

/** The menu from top to bottom. Every execution evaluates this file: names and texts, and nothing else. */
export const menu: readonly MenuEntry[] = [...grouped(daily), "line", ...submenus.map(partOf)];

/** The menu of those who hold no keys and are named nowhere as responsible. */
export const staffMenu: readonly MenuEntry[] = grouped(staffItems, asking);
