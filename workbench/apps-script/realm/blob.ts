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

export function newBlob(data: ArrayLike<number>, contentType: string | null = null, name: string | null = null): Blob {
  let bytes = Uint8Array.from(data);
  let type = contentType;
  let fileName = name;
  const set = (change: () => void) => {
    change();
    return blob;
  };
  const blob: Blob = service<Blob>("Blob", {
    getBlob: () => blob,
    copyBlob: () => newBlob(bytes, type, fileName),
    getBytes: () => signed(bytes),
    setBytes: (changed) => set(() => void (bytes = Uint8Array.from(changed))),
    getContentType: () => type,
    setContentType: (changed) => set(() => void (type = changed)),
    setContentTypeFromExtension: () =>
      set(() => void (type = typeByExtension[fileName?.split(".").at(-1)?.toLowerCase() ?? ""] ?? type)),
    getDataAsString: (charset?: string) => decode(bytes, charset),
    setDataFromString: (text: string, charset?: string) =>
      set(() => void (bytes = Uint8Array.from(encode(text, charset)))),
    getName: () => fileName,
    setName: (changed) => set(() => void (fileName = changed)),
    isGoogleType: () => false,
  });
  return blob;
}

/** `Utilities.newBlob`: text is UTF-8 and of type text/plain unless said otherwise. */
export function blobFrom(data: string | readonly number[], contentType?: string, name?: string): Blob {
  if (typeof data !== "string" && !Array.isArray(data)) throw mismatch("Utilities.newBlob", [data]);
  return newBlob(bytesOf(data), contentType ?? (typeof data === "string" ? "text/plain" : null), name ?? null);
}
