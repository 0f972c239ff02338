import { bytesOf, decode, encode, signed } from "./bytes.ts";
import { mismatch } from "./call.ts";
import { service } from "./service.ts";

type Blob = GoogleAppsScript.Base.Blob;

const typeByExtension: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  zip: "application/zip",
};

interface State {
  readonly bytes: Uint8Array;
  readonly type: string | null;
  readonly name: string | null;
}

export function newBlob(data: ArrayLike<number>, type: string | null = null, name: string | null = null): Blob {
  const state: State = { bytes: Uint8Array.from(data), type, name };
  const set = (change: Partial<State>) => {
    Object.assign(state, change);
    return blob;
  };
  const blob: Blob = service<Blob>("Blob", {
    getBlob: () => blob,
    copyBlob: () => newBlob(state.bytes, state.type, state.name),
    getBytes: () => signed(state.bytes),
    setBytes: (bytes) => set({ bytes: Uint8Array.from(bytes) }),
    getContentType: () => state.type,
    setContentType: (changed) => set({ type: changed }),
    setContentTypeFromExtension: () => set({ type: typeOf(state.name) ?? state.type }),
    getDataAsString: (charset?: string) => decode(state.bytes, charset),
    setDataFromString: (text: string, charset?: string) => set({ bytes: encode(text, charset) }),
    getName: () => state.name,
    setName: (changed) => set({ name: changed }),
    isGoogleType: () => false,
  });
  return blob;
}

const typeOf = (name: string | null): string | undefined =>
  Object.entries(typeByExtension).find(([extension]) => extension === name?.split(".").at(-1)?.toLowerCase())?.[1];

/** `Utilities.newBlob`: text is UTF-8 and of type text/plain unless said otherwise. */
export function blobFrom(data: string | readonly number[], contentType?: string, name?: string): Blob {
  if (typeof data !== "string" && !Array.isArray(data)) throw mismatch("Utilities.newBlob", [data]);
  return newBlob(bytesOf(data), contentType ?? (typeof data === "string" ? "text/plain" : null), name ?? null);
}
