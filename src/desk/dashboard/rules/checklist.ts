import { type ChecklistLine, checklistLines } from "../../../core/checklist-lines.ts";
import { captions, inMenu } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";

const { dashboard, deliveries, payments, shipments, log } = sheetNames;

export const DONE = "完了";
const OPEN = "未完了";

interface Step {
  /** True when it is done. */
  readonly done: string;
  /** What people read then, and until then: formulas, too. */
  readonly after: string;
  readonly before: string;
}

const said = (text: string): string => `"${text}"`;

/** Of a line of ダッシュボード that counts what is wrong: it is there, and counts nothing. */
const isFine = (item: string): string => `COUNTIFS({${dashboard}.item},"${item}",{${dashboard}.faults},"<1")>0`;

const WITHOUT_CARRIER = `COUNTIFS({${deliveries}.method},"?*",{${deliveries}.carrier},"")`;
const DEFAULT_PAYMENT = `{${payments}.code},"デフォルト"`;
const imported = (result: string): string =>
  `COUNTIFS({${log}.job},"${captions.importShipments}",{${log}.result},"${result}")`;

/** The first hour: from empty sheets to the first orders, and the next click of each step. Current without a run. */
const steps: Readonly<Record<ChecklistLine, Step>> = {
  "はじめに 1 シート": { done: "TRUE", after: said("シートを用意しました。"), before: said("") },
  "はじめに 2 キー": {
    done: isFine("ライセンスキー"),
    after: said("楽天のキーを登録しました。"),
    before: said(`${inMenu(captions.showSettings)}で、サービスシークレットとライセンスキーを登録してください。`),
  },
  "はじめに 3 接続": {
    done: isFine("楽天との接続"),
    after: said("必要な機能をすべて利用できます。"),
    before: said(`${inMenu(captions.showConnection)}を選び、必要な機能をすべて利用できるか確認してください。`),
  },
  "はじめに 4 配送会社": {
    done: `AND(COUNTIF({${deliveries}.carrier},"?*")>0,${WITHOUT_CARRIER}=0)`,
    after: said(`「${deliveries}」のすべての配送方法に、配送会社があります。`),
    before: `"「${deliveries}」で、"&${WITHOUT_CARRIER}&"行の配送会社を選んでください。使わない配送方法の行は削除できます。"`,
  },
  "はじめに 5 支払方法": {
    done: `COUNTIFS(${DEFAULT_PAYMENT})-COUNTIFS(${DEFAULT_PAYMENT},{${payments}.target},"")>0`,
    after: said(`出荷の対象にするステータスは、支払方法ごとに「${payments}」で変えられます。`),
    before: said(`「${payments}」の「デフォルト」の行で、出荷の対象にするステータスを選んでください。`),
  },
  "はじめに 6 最初の取得": {
    done: `COUNTIF({${shipments}.orderNumber},"?*")+${imported("完了")}+${imported("続きあり")}>0`,
    after: said("注文を取得しました。"),
    before: said(`${inMenu(captions.importShipments)}を選んでください。`),
  },
};

/** As ダッシュボード computes its lines. */
export const checklistFigures = checklistLines.map((item) => {
  const { done, after, before } = steps[item];
  return { item, state: `IF(${done},"${DONE}","${OPEN}")`, detail: `IF(${done},${after},${before})` };
});
