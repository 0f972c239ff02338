/** What the page itself offers for the rows of a sheet, beside the menus of scripts. */
import type { Menu, MenuEntry } from "../../apps-script/ui.ts";
import type { DataCommand } from "../grid/data-requests.ts";

const captions: Record<DataCommand, string> = {
  "sort-ascending": "昇順で並べ替え",
  "sort-descending": "降順で並べ替え",
  "set-filter": "フィルタを作成",
  "clear-filter": "フィルタを削除",
};

const item = (command: DataCommand): MenuEntry => ({ kind: "item", caption: captions[command], fn: command });

export const dataMenu: Menu = {
  addOn: false,
  caption: "データ",
  entries: [
    item("sort-ascending"),
    item("sort-descending"),
    { kind: "separator" },
    item("set-filter"),
    item("clear-filter"),
  ],
};
