import { expect, test } from "vitest";
import { checkedInput } from "../../../../src/desk/settings/rules/settings-form.ts";

const complaint = (settings: object): string | undefined => {
  const checked = checkedInput({ settings });
  return "errors" in checked ? Object.values(checked.errors)[0] : undefined;
};

test.each(["shop-archive", "a12345", `a${"b".repeat(29)}`, null])(
  "%s may be the id of a project",
  (bigQueryProject) => {
    expect(complaint({ bigQueryProject })).toBeUndefined();
  },
);

test.each([
  "",
  "short",
  "1shop-archive",
  "Shop-archive",
  "shop-archive-",
  "shop_archive",
  "123456789012",
  "店の保管庫",
  "a`b.c-defg",
  `a${"b".repeat(30)}`,
])("%j is no id of a project", (bigQueryProject) => {
  expect(complaint({ bigQueryProject })).toContain("プロジェクトID");
});

test.each(["shukka_sheet", "Archive2026", "_a"])("%s may be the name of a dataset", (bigQueryDataset) => {
  expect(complaint({ bigQueryDataset })).toBeUndefined();
});

test.each(["", "a-b", "a.b", "a b", "保管", "a`", `a${"b".repeat(1024)}`])(
  "%j is no name of a dataset",
  (bigQueryDataset) => {
    expect(complaint({ bigQueryDataset })).toContain("データセット名");
  },
);
