import { useRef, useState } from "preact/hooks";
import { type Known, type ProductImportView, unpackedKnown } from "../../src/desk/products/rules/csv/import-wire.ts";
import type { ProductCodeField } from "../../src/shop/product-code.ts";
import { focusOn } from "../focus.ts";
import { server, serverWithin } from "../google-script.ts";
import type { Outcome } from "../notice.tsx";
import { unlessAborted } from "./breathe.ts";
import { type ChosenFile, isRead, withChosen } from "./chosen-file.ts";
import { type Preview, previewOf } from "./preview.ts";
import { type RefusedFile, readFile } from "./read-file.ts";
import { type Progress, sendImport } from "./send-import.ts";
import { sentText } from "./sent-text.ts";

/** It reads two whole sheets. */
const KNOWN_SECONDS = 120;
/** As long as Google lets an execution run. */
const PART_SECONDS = 380;

export type Work =
  | { readonly name: "loading" }
  | { readonly name: "reading"; readonly done: number; readonly total: number }
  | { readonly name: "judging" }
  | ({ readonly name: "sending" } & Progress);

/** The buttons that end what is under way, and that go on where it ended. */
export const STOP = "stop";
export const NEXT = "next";

/** The panel's state, and what people do with it. */
export function useImport() {
  const [view, setView] = useState<ProductImportView>();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [codeField, setCodeField] = useState<ProductCodeField>();
  const [preview, setPreview] = useState<Preview>();
  const [imported, setImported] = useState(false);
  const [work, setWork] = useState<Work>();
  const [outcome, setOutcome] = useState<Outcome>();
  const stop = useRef(new AbortController());

  /** What is begun takes the place of what is under way. */
  const attempt = async (first: Work, act: (signal: AbortSignal) => Promise<void>) => {
    stop.current.abort();
    const mine = new AbortController();
    stop.current = mine;
    setWork(first);
    setOutcome(undefined);
    try {
      await act(mine.signal);
    } catch (error) {
      if (stop.current === mine)
        setOutcome({ failed: true, message: mine.signal.aborted ? "中止しました。" : (error as Error).message });
    }
    if (stop.current !== mine) return;
    // The button that has the focus goes now.
    if (document.activeElement?.id === STOP) focusOn(NEXT);
    setWork(undefined);
  };

  const load = () =>
    attempt({ name: "loading" }, async () => {
      const loaded = await server.productImportView();
      setView(loaded);
      setCodeField(loaded.codeField);
    });

  /** `known` where only the code is another one: files and sheets were read just now. */
  const look = (chosen: readonly ChosenFile[], field: ProductCodeField, known?: Known) =>
    attempt({ name: "reading", done: 0, total: 1 }, async (signal) => {
      setFiles(chosen);
      setCodeField(field);
      setPreview(undefined);
      setImported(false);
      if (chosen.length === 0) return;
      // Asked for while the files are read.
      const asking = known === undefined ? serverWithin(KNOWN_SECONDS).loadKnownProducts() : undefined;
      asking?.catch(() => {});
      const onProgress = (done: number, total: number) => setWork({ name: "reading", done, total });
      const read = known === undefined ? await readAll(chosen, signal, onProgress) : chosen;
      setFiles(read);
      if (!read.some(isRead)) return;
      setWork({ name: "judging" });
      const answer = await unlessAborted(asking, signal);
      if (answer?.done === false) return setOutcome({ failed: true, message: answer.message });
      const found = await previewOf(read, known ?? unpackedKnown(answer?.known ?? ""), field, signal);
      if (typeof found === "string") setOutcome({ failed: true, message: found });
      else setPreview(found);
    });

  const send = (retires: boolean) =>
    attempt({ name: "sending", done: 0, total: 1 }, async (signal) => {
      if (preview === undefined || view === undefined) return;
      focusOn(STOP);
      if (preview.codeField !== view.codeField) {
        const saved = await server.saveSettings({ settings: { productCode: preview.codeField } });
        if (!saved.saved) return setOutcome({ failed: true, message: Object.values(saved.errors).join("\n") });
        setView({ ...view, codeField: preview.codeField });
      }
      const sent = await sendImport({
        preview,
        retires,
        run: new Date().toISOString(),
        send: (part) => serverWithin(PART_SECONDS).importProductRows(part),
        pause: (seconds) => pauseOf(seconds, signal),
        signal,
        onProgress: (progress) => setWork({ name: "sending", ...progress }),
      });
      setOutcome({ failed: sent.how !== "done", message: sentText(sent) });
      setImported(sent.how === "done");
    });

  return {
    view,
    files,
    codeField,
    preview,
    /** What the preview shows is in the sheets. */
    imported,
    work,
    outcome,
    load,
    choose: (chosen: readonly File[]) => codeField && look(withChosen(files, chosen), codeField),
    remove: (name: string) =>
      codeField &&
      look(
        files.filter((file) => file.name !== name),
        codeField,
      ),
    code: (field: ProductCodeField) => look(files, field, imported ? undefined : preview?.known),
    lookAgain: () => codeField && look(files, codeField),
    send,
    cancel: () => {
      stop.current.abort();
      if (work?.name === "sending")
        setWork({ ...work, waiting: "中止しています。送った分が終わるまでお待ちください…" });
    },
    setOutcome,
  };
}

export type ImportState = ReturnType<typeof useImport>;

async function readAll(
  files: readonly ChosenFile[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<readonly ChosenFile[]> {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const read: ChosenFile[] = [];
  let before = 0;
  for (const [number, chosen] of files.entries()) {
    const onRead = (bytes: number) => {
      signal.throwIfAborted();
      onProgress(before + bytes, total);
    };
    read.push({ ...chosen, read: await readFile(chosen.file, number, onRead).catch(unreadable(signal)) });
    before += chosen.file.size;
  }
  return read;
}

/** The browser's own words for a file that is gone or was changed since it was chosen say nothing to people. */
const unreadable = (signal: AbortSignal) => (): RefusedFile => {
  signal.throwIfAborted();
  return { problem: "ファイルを読み取れません。選んだ後に移動や変更をした場合は、もう一度選んでください。" };
};

/** Ends early where people cancel meanwhile. */
const pauseOf = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
