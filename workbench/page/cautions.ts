/** The page's own questions before something is done that is seldom meant. */
import type { Reply } from "../apps-script/ui.ts";
import type { Caution as CellCaution } from "./grid/guarded-cells.ts";
import type { ShownQuestion } from "./page-state.ts";

/** Cells that are seldom to be changed, or a panel in which something was typed. */
type Caution = CellCaution | { readonly kind: "unsaved" };

const questions: Record<Caution["kind"], Pick<ShownQuestion, "title" | "prompt">> = {
  header: {
    title: "見出しの変更",
    prompt: "この見出しを変更すると、見出しで列を探している処理が止まることがあります。変更しますか？",
  },
  protected: {
    title: "保護されたセルの変更",
    prompt: "このセルは、誤って変更されないように保護されています。変更しますか？",
  },
  unsaved: {
    title: "保存していない入力",
    prompt: "このパネルには、保存していない入力があります。保存せずに閉じますか？",
  },
};

export interface Cautions {
  ask(caution: Caution): Promise<boolean>;
  /** False when the question was not one of these. */
  answer(id: string, reply: Reply): boolean;
}

export function createCautions(show: (question: ShownQuestion) => void): Cautions {
  const open = new Map<string, (may: boolean) => void>();
  let asked = 0;
  return {
    ask(caution) {
      const { title, prompt } = questions[caution.kind];
      const reason = caution.kind === "protected" && caution.description !== "" ? `\n（${caution.description}）` : "";
      const id = `caution-${++asked}`;
      return new Promise((settle) => {
        open.set(id, settle);
        show({ id, kind: "warning", title, prompt: prompt + reason, buttons: "OK_CANCEL" });
      });
    },
    answer(id, { button }) {
      const settle = open.get(id);
      open.delete(id);
      settle?.(button === "OK");
      return settle !== undefined;
    },
  };
}
