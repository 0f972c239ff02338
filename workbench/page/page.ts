/** Starts the page: grid, bar and panels over the workbench behind it. */
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-find-replace/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import "./page.css";
import "./grid/overlays.css";
import { createCautions } from "./cautions.ts";
import { loadFonts } from "./fonts.ts";
import { isDataCommand } from "./grid/data-requests.ts";
import { createGrid, type Grid } from "./grid/grid.ts";
import type { Inspection } from "./grid/inspection.ts";
import { watchingAnswers } from "./lost-answers.ts";
import { readAgain, unanswered, unsaved } from "./notices.ts";
import { after, blankState, handedTo, notice, type ShellState } from "./page-state.ts";
import { type SheetsRefusal, sheetsClient } from "./sheets-client.ts";
import { renderShell, type ShellActions } from "./shell/shell.tsx";
import * as workbench from "./workbench-client.ts";

declare global {
  interface Window {
    /** For tests and the curious. */
    workbench: Inspection & Pick<Grid, "settled">;
  }
}

const element = (id: string) => document.getElementById(id)!;

/** What Google Sheets says when a cell is protected; other refusals keep the words of the API. */
function refusalText({ message }: SheetsRefusal): string {
  return /protected/i.test(message)
    ? "保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。"
    : message;
}

async function start(): Promise<void> {
  const { spreadsheetId, people } = await workbench.settings();
  const remembered = sessionStorage.getItem("user");
  const user = (people.find(({ email }) => email === remembered) ?? people[0]!).email;
  let state: ShellState = { ...blankState, people, user };
  let leave = () => {};
  let ready = false;

  const set = (change: Partial<ShellState>) => {
    state = { ...state, ...change };
    renderShell(state, actions);
    if (ready) grid.focusIfFree();
  };
  const cautions = createCautions((question) => set({ questions: [...state.questions, question] }));
  await loadFonts();
  const grid = createGrid({
    container: element("grid"),
    views: element("views"),
    client: watchingAnswers(
      sheetsClient(spreadsheetId, () => state.user),
      { onLost: () => set({ toast: unsaved() }), onKnown: () => set({ toast: readAgain() }) },
    ),
    spreadsheetId,
    onTitle: (title) => {
      document.title = `${title} - ワークベンチ`;
      set({ title });
    },
    onRefusal: (refusal) => set({ toast: notice("編集できませんでした", refusalText(refusal)) }),
    onInvalid: (
      message = "入力したデータは、このセルに設定されている入力規則に違反しています。選択肢から選んでください。",
    ) => set({ toast: notice("入力できませんでした", message) }),
    onContextMenu: (contextMenu) => set({ contextMenu }),
    confirm: cautions.ask,
    onUnsupported: () =>
      set({
        toast: notice(
          "この操作はできません",
          "ワークベンチの画面でできるのは、セルの値の編集、検索、並べ替え、フィルタ、列や行の大きさの変更です。",
          "plain",
        ),
      }),
  });

  /** The workbench may have come back over another folder: then there is nothing to go on with. */
  async function backAgain(): Promise<void> {
    const now = await workbench.settings();
    if (now.spreadsheetId === spreadsheetId) await grid.refresh();
    else location.reload();
  }

  /** From now on, what the workbench tells this person. */
  function listenAs(person: string): void {
    leave();
    let lost = false;
    leave = workbench.listen(person, {
      onConnection: (connected) => {
        // Gone again meanwhile: the next time that it is back will tell.
        if (connected && lost) void backAgain().catch(() => {});
        lost = !connected;
        // Nobody can tell any more what runs.
        set(connected ? { connected } : { connected, running: [] });
      },
      onEvent: (event) => {
        if (event.type === "changed") grid.changed(event);
        else if (event.type === "activated") void grid.activate(event);
        else set(after(state, event));
      },
    });
  }

  async function become(person: string): Promise<void> {
    sessionStorage.setItem("user", person);
    set(handedTo(person, state));
    listenAs(person);
    await workbench.open(person);
    // Another person is kept from other cells.
    await grid.refresh();
  }

  const toldIfUnanswered = (asking: Promise<unknown>) => void asking.catch(() => set({ toast: unanswered() }));

  const actions: ShellActions = {
    become: (person) => toldIfUnanswered(become(person)),
    choose: (fn) => {
      grid.focus();
      if (isDataCommand(fn)) grid.arrange(fn);
      else toldIfUnanswered(workbench.choose(state.user, fn, grid.currentCell()));
    },
    // It stays open until its answer has arrived.
    answer(id, given) {
      const answered = () => set(after(state, { type: "answered", id }));
      if (cautions.answer(id, given)) answered();
      else toldIfUnanswered(workbench.answer(state.user, id, given).then(answered));
    },
    run: (fn, args) => workbench.run(state.user, fn, args, grid.currentCell()),
    closeToast: () => set({ toast: undefined }),
    closeSidebar: () => set({ sidebar: undefined }),
    closeContextMenu: () => set({ contextMenu: undefined }),
    closeDialog: () => set({ dialog: undefined }),
    resizeDialog: (size) => state.dialog && set({ dialog: { ...state.dialog, ...size } }),
    focusGrid: grid.focus,
  };

  window.workbench = { ...grid.inspection, settled: grid.settled };
  listenAs(user);
  await grid.load();
  await workbench.open(user);
  await grid.settled();
  ready = true;
  grid.focusIfFree();
  document.body.dataset.ready = "true";
}

start().catch((error: unknown) => {
  console.error(error);
  element("grid").setAttribute("role", "alert");
  element("grid").textContent =
    "ワークベンチを開けませんでした。npm start が動いているか確かめて、ページを再読み込みしてください。";
});
