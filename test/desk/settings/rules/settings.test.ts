import { expect, test } from "vitest";
import { Problem } from "../../../../src/core/problem.ts";
import { defaultSettings, enabledOrProblem } from "../../../../src/desk/settings/rules/settings.ts";
import {
  checkedInput,
  fieldErrors,
  keyErrors,
  type Target,
  targetErrors,
} from "../../../../src/desk/settings/rules/settings-form.ts";

const errors = (raw: unknown) => {
  const checked = checkedInput(raw);
  return "errors" in checked ? checked.errors : {};
};

test.each([
  ["periodDays", 0, "1以上にしてください。"],
  ["periodDays", 65, "64以下にしてください。"],
  ["periodDays", 1.5, "整数で入力してください。"],
  ["periodDays", null, "整数で入力してください。"],
  ["periodDays", "7", "整数で入力してください。"],
  ["pastTarget", "取り込む", "取り込むか取り込まないかを選んでください。"],
  ["productCode", "title", "商品コードに使う項目を選んでください。"],
  ["productsSince", "2026-02-30T10:00", "正しい日付と時刻を入力してください。"],
  ["productsSince", "2026-11-24", "正しい日付と時刻を入力してください。"],
  ["productsSince", "", "正しい日付と時刻を入力してください。"],
  ["productsFrom", 0, "1以上にしてください。"],
  ["licenceExpiry", "2027-13-01", "正しい日付を入力してください。"],
  ["licenceExpiry", "0026-11-24", "正しい日付を入力してください。"],
  ["licenceExpiry", "2126-11-24", "正しい日付を入力してください。"],
  ["productsSince", "0026-11-24T10:30", "正しい日付と時刻を入力してください。"],
  ["enabled", "yes", "有効か無効かを選んでください。"],
  ["stockUpdate", 1, "有効か無効かを選んでください。"],
  ["stopShare", 0, "1以上にしてください。"],
  ["stopShare", 101, "100以下にしてください。"],
  ["stopShare", 12.5, "整数で入力してください。"],
  ["stopAmount", 100_000, "99999以下にしてください。"],
  ["operators", ["a@example.com", "b.example.com"], "メールアドレスとして読み取れません: b.example.com"],
  ["operators", ["a@example"], "メールアドレスとして読み取れません: a@example"],
  ["operators", ["a@b@example.com"], "メールアドレスとして読み取れません: a@b@example.com"],
  ["operators", "a@example.com", "メールアドレスを1行に1件ずつ入力してください。"],
  ["staff", [7], "メールアドレスを1行に1件ずつ入力してください。"],
  ["staff", Array.from({ length: 51 }, (_, n) => `p${n}@example.com`), "50人、合わせて1500文字までにしてください。"],
])("%s does not take %j and says why", (name, value, message) => {
  expect(errors({ settings: { [name]: value } })).toEqual({ [name]: message });
  expect(fieldErrors({ settings: { [name]: value } })).toEqual({ [name]: message });
});

test("each wrong field is named, and a right one is not", () => {
  const raw = { settings: { periodDays: 64, productsFrom: -1 }, keys: { serviceSecret: "SL1", licenseKey: " SL1_a " } };
  expect(Object.keys(errors(raw)).sort()).toEqual(["productsFrom", "serviceSecret"]);
  expect(fieldErrors(raw)).toEqual(errors(raw));
});

test("blanks around a key are no part of it", () => {
  expect(checkedInput({ keys: { serviceSecret: " SP1_a\n", licenseKey: "\tSL1_b" } })).toEqual({
    input: { keys: { serviceSecret: "SP1_a", licenseKey: "SL1_b" } },
  });
});

test("one key alone is not enough", () => {
  expect(keyErrors({ serviceSecret: "SP1_a" })).toEqual({ licenseKey: "入力してください。" });
});

test.each([[undefined], [null], ["text"], [[]], [{ targets: { 9: 300 } }], [{ keys: "SP" }]])(
  "%j is no input and stores nothing",
  (raw) => {
    const checked = checkedInput(raw);
    if ("input" in checked) expect(checked.input).toEqual({});
    else expect(Object.keys(checked.errors)).toHaveLength(1);
  },
);

test.each([["text"], [{ targets: { 9: 300 } }], [{ targets: [{ key: 9, target: 300 }] }]])(
  "%j, which no panel sends, is refused in our own words",
  (raw) => expect(Object.values(errors(raw))).toEqual(["入力内容を読み取れませんでした。画面を開き直してください。"]),
);

const known: Target[] = [
  { key: "デフォルト", name: "", target: 300, required: true },
  { key: "9", name: "銀行振込", target: null, required: false },
];

test("the default status is compulsory, the others are not; strangers and unknown statuses are refused", () => {
  expect(targetErrors(known, [{ key: "9", target: 200 }])).toEqual({});
  expect(targetErrors(known, [{ key: "9", target: null }])).toEqual({});
  expect(targetErrors(known, [{ key: "デフォルト", target: null }])).toEqual({
    "target:デフォルト": "必ず選んでください。",
  });
  expect(
    Object.keys(
      targetErrors(known, [
        { key: "99", target: 300 },
        { key: "9", target: 301 },
      ]),
    ),
  ).toEqual(["target:99", "target:9"]);
});

test("a default that cannot be understood has to be chosen anew before any status is saved", () => {
  const broken = [{ key: "デフォルト", name: "", target: "発送まち", required: true }, ...known.slice(1)];
  expect(targetErrors(broken, [{ key: "9", target: 200 }])).toEqual({ "target:デフォルト": "必ず選んでください。" });
  expect(targetErrors(broken, [{ key: "デフォルト", target: 300 }])).toEqual({});
});

test("while the switch is off, a job is told politely how to go on", () => {
  expect(enabledOrProblem(defaultSettings)).toBeUndefined();
  const problem = enabledOrProblem({ ...defaultSettings, enabled: false });
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ remedy: "fix", message: expect.stringContaining("無効になっています") });
});

test("keys that no property could hold are refused, and everything with them, each at its field", () => {
  const long = (start: string) => start + "x".repeat(9_000);
  const complaint = "200文字以内で入力してください。";
  const keys = { serviceSecret: long("SP"), licenseKey: long("SL") };
  expect(errors({ settings: { periodDays: 30 }, keys })).toEqual({ serviceSecret: complaint, licenseKey: complaint });
  expect(errors({ keys: { ...keys, serviceSecret: "SP1" } })).toEqual({ licenseKey: complaint });
});
