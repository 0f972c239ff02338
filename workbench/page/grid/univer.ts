/** Univer with the plugins that a view and editor needs, in Japanese. The engine computes; Univer shows. */
import { type Injector, LocaleType, mergeLocales, type Plugin, type PluginCtor, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreJa from "@univerjs/preset-sheets-core/locales/ja-JP";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationJa from "@univerjs/preset-sheets-data-validation/locales/ja-JP";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterJa from "@univerjs/preset-sheets-filter/locales/ja-JP";
import { UniverSheetsFindReplacePreset } from "@univerjs/preset-sheets-find-replace";
import findJa from "@univerjs/preset-sheets-find-replace/locales/ja-JP";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteJa from "@univerjs/preset-sheets-note/locales/ja-JP";

export const locale = LocaleType.JA_JP;

const fonts = [{ value: "Noto Sans JP", label: "Noto Sans JP", category: "sans-serif" as const }];

export function createUniver(container: HTMLElement): { univer: FUniver; injector: Injector } {
  const texts = mergeLocales(coreJa, validationJa, filterJa, noteJa, findJa);
  const univer = new Univer({ locale, locales: { [locale]: texts } });
  const presets = [
    UniverSheetsCorePreset({
      container: container as never,
      // Without the header there is no formula bar either.
      header: true,
      toolbar: false,
      contextMenu: false,
      disableAutoFocus: true,
      customFontFamily: { list: fonts } as never,
      footer: { addSheetButtonConfig: { show: false } },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsFilterPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsFindReplacePreset(),
  ];
  for (const entry of presets.flatMap(({ plugins }) => plugins)) {
    const [plugin, options] = (Array.isArray(entry) ? entry : [entry]) as [PluginCtor<Plugin>, object?];
    univer.registerPlugin(plugin as never, options as never);
  }
  return { univer: FUniver.newAPI(univer), injector: univer.__getInjector() };
}
