import * as z from "zod/mini";

/** What the operator sets; the target status lies in 支払方法マスタ. One schema serves the panel and the add-on. */
export const settingsSchema = z.object({
  /** 出荷指示取得期間: orders of this many days back are taken. */
  periodDays: z
    .int("整数で入力してください。")
    .check(z.gte(1, "1日以上にしてください。"), z.lte(64, "64日以内にしてください。")),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { periodDays: 30 };

/** Stored settings; what is missing or no longer valid falls back to its default. */
export function readSettings(stored: string | undefined): Settings {
  try {
    const parsed = z.safeParse(settingsSchema, { ...defaultSettings, ...JSON.parse(stored ?? "{}") });
    return parsed.success ? parsed.data : defaultSettings;
  } catch {
    return defaultSettings;
  }
}

/** What the panel shows. A key itself never leaves the store: only its last four characters do. */
export interface SettingsView {
  readonly settings: Settings;
  readonly serviceSecret: string | null;
  readonly licenseKey: string | null;
  readonly operator: string;
  readonly who: string;
}

export type SaveResult =
  | { readonly saved: true; readonly view: SettingsView }
  | { readonly saved: false; readonly errors: Readonly<Record<string, string>> };
