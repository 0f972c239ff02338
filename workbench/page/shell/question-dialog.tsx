/** @jsxImportSource preact */
import { useRef } from "preact/hooks";
import type { ButtonName, ButtonSetName, Reply } from "../../apps-script/ui.ts";
import type { ShownQuestion } from "../page-state.ts";
import { Modal } from "./modal.tsx";

const sets: Record<ButtonSetName, readonly ButtonName[]> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};
const captions: Record<ButtonName, string> = {
  OK: "OK",
  CANCEL: "キャンセル",
  YES: "はい",
  NO: "いいえ",
  CLOSE: "閉じる",
};

/** An alert or a prompt; the script goes on when it is answered. Closing it is an answer too. */
export function QuestionDialog({ question, onAnswer }: { question: ShownQuestion; onAnswer: (reply: Reply) => void }) {
  const buttons = sets[question.buttons];
  const first = { alert: 0, prompt: undefined, warning: buttons.length - 1 }[question.kind];
  const input = useRef<HTMLInputElement>(null);
  const give = (button: ButtonName) => onAnswer({ button, text: input.current?.value ?? "" });
  return (
    <Modal title={question.title} fallbackTitle="メッセージ" onClose={() => give("CLOSE")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give(buttons[0]!);
        }}
      >
        <p class="message">{question.prompt}</p>
        {question.kind === "prompt" && <input ref={input} type="text" aria-label={question.prompt} autofocus />}
        <div class="buttons">
          {buttons.map((button, index) => (
            <button
              key={button}
              type={index === 0 ? "submit" : "button"}
              class={index === 0 ? "primary" : ""}
              autofocus={index === first}
              onClick={index === 0 ? undefined : () => give(button)}
            >
              {captions[button]}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}
