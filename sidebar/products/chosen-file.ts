import type { ReadFile, RefusedFile } from "./read-file.ts";

/** A file that people chose; read once, whatever is decided about it later. */
export interface ChosenFile {
  readonly name: string;
  readonly file: Blob;
  readonly read?: ReadFile | RefusedFile;
}

/** A file of the same name takes the place of the former one: people chose it again. */
export const withChosen = (files: readonly ChosenFile[], chosen: readonly File[]): ChosenFile[] => {
  const names = new Set(chosen.map(({ name }) => name));
  return [...files.filter(({ name }) => !names.has(name)), ...chosen.map((file) => ({ name: file.name, file }))];
};

export const isRead = (file: ChosenFile): file is ChosenFile & { readonly read: ReadFile } =>
  file.read !== undefined && !("problem" in file.read);
