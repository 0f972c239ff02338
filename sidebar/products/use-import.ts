import { useRef, useState } from "preact/hooks";
import { type ProductImportView, unpackedKnown } from "../../src/desk/products/rules/csv/import-wire.ts";
import type { ProductCodeField } from "../../src/shop/product-code.ts";
import { server, serverWithin } from "../google-script.ts";
import type { Outcome } from "../notice.tsx";
import { type ChosenFile, withChosen } from "./chosen-file.ts";
import { type Preview, previewOf } from "./preview.ts";
import { readFile } from "./read-file.ts";
import { type Progress, type Sent, sendImport } from "./send-import.ts";
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

/** The panel's state, and what people do with it. */
export function useImport() {
  const [view, setView] = useState<ProductImportView>();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [codeField, setCodeField] = useState<ProductCodeField>();
  const [preview, setPreview] = useState<Preview>();
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
      if (!mine.signal.aborted) setOutcome({ failed: true, message: messageOf(error as Error) });
    }
    if (stop.current === mine) setWork(undefined);
  };

  const load = () =>
    attempt({ name: "loading" }, async () => {
      const loaded = await server.productImportView();
      setView(loaded);
      setCodeField(loaded.codeField);
    });

  const look = (chosen: readonly ChosenFile[], field: ProductCodeField) =>
    attempt({ name: "reading", done: 0, total: 1 }, async (signal) => {
      setFiles(chosen);
      setCodeField(field);
      setPreview(undefined);
      if (chosen.length === 0) return;
      // Asked for while the files are read.
      const asking = serverWithin(KNOWN_SECONDS).loadKnownProducts();
      asking.catch(() => {});
      const read = await readAll(chosen, signal, (done, total) => setWork({ name: "reading", done, total }));
      setFiles(read);
      setWork({ name: "judging" });
      const answer = await asking;
      signal.throwIfAborted();
      if (!answer.done) return setOutcome({ failed: true, message: answer.message });
      const found = await previewOf(read, unpackedKnown(answer.known), field, signal);
      if (typeof found === "string") setOutcome({ failed: true, message: found });
      else setPreview(found);
    });

  const send = (retires: boolean) =>
    attempt({ name: "sending", done: 0, total: 1 }, async (signal) => {
      if (preview === undefined || view === undefined) return;
      if (preview.codeField !== view.codeField) {
        const saved = await server.saveSettings({ settings: { productCode: preview.codeField } });
        if (!saved.saved) return setOutcome({ failed: true, message: Object.values(saved.errors).join("\n") });
        setView({ ...view, codeField: preview.codeField });
      }
      const sent: Sent = await sendImport({
        preview,
        retires,
        run: new Date().toISOString(),
        send: (part) => serverWithin(PART_SECONDS).importProductRows(part),
        pause: (seconds) => pauseOf(seconds, signal),
        signal,
        onProgress: (progress) => setWork({ name: "sending", ...progress }),
      });
      setOutcome({ failed: sent.how !== "done", message: sentText(sent) });
      if (sent.how === "done") setPreview(undefined);
    });

  return {
    view,
    files,
    codeField,
    preview,
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
    code: (field: ProductCodeField) => look(files, field),
    lookAgain: () => codeField && look(files, codeField),
    send,
    cancel: () => stop.current.abort(),
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
    read.push({ ...chosen, read: await readFile(chosen.file, number, onRead) });
    before += chosen.file.size;
  }
  return read;
}

/** Ends early where people cancel meanwhile. */
const pauseOf = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The browser's own words for a file that was moved or changed since it was chosen say nothing to people. */
const messageOf = ({ name, message }: Error): string =>
  name === "NotReadableError" || name === "NotFoundError"
    ? "ファイルを読み取れません。選んだ後に移動・変更・Excelで開くなどした場合は、もう一度選んでください。"
    : message;
