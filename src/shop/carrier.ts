/** RMS carrier codes (rms-api 3.9) with RMS's names; the code goes into a shipment report. */
export const carriers = {
  "1000": "その他",
  "1001": "ヤマト運輸",
  "1002": "佐川急便",
  "1003": "日本郵便",
  "1004": "西濃運輸",
  "1005": "セイノースーパーエクスプレス",
  "1006": "福山通運",
  "1007": "名鉄運輸",
  "1008": "トナミ運輸",
  "1009": "第一貨物",
  "1010": "新潟運輸",
  "1011": "中越運送",
  "1012": "岡山県貨物運送",
  "1013": "久留米運送",
  "1014": "山陽自動車運送",
  "1015": "NXトランスポート",
  "1016": "エコ配",
  "1017": "EMS",
  "1018": "DHL",
  "1019": "FedEx",
  "1020": "UPS",
  "1021": "日本通運",
  "1022": "TNT",
  "1023": "OCS",
  "1024": "USPS",
  "1025": "SFエクスプレス",
  "1026": "Aramex",
  "1027": "SGHグローバル・ジャパン",
  "1028": "Rakuten EXPRESS",
  "1029": "日本郵便 楽天倉庫出荷",
  "1030": "ヤマト運輸 クロネコゆうパケット",
  "1031": "名鉄NX運輸",
} as const;

export type CarrierCode = keyof typeof carriers;

const isCarrier = (code: string): code is CarrierCode => code in carriers;

/** The form shown in cells and drop-downs: `1001 ヤマト運輸`. */
export const carrierLabel = (code: CarrierCode): string => `${code} ${carriers[code]}`;

/** What RMS holds, in words as far as we have them: its list may have grown. */
export const carrierName = (code: string): string => (isCarrier(code) ? carriers[code] : code);
export const carrierText = (code: string): string => (isCarrier(code) ? carrierLabel(code) : code);

export const carrierLabels: readonly string[] = (Object.keys(carriers) as CarrierCode[]).map(carrierLabel);

/** Reads a label, the bare code, or RMS's name alone. */
export function carrierOfLabel(text: string): CarrierCode | undefined {
  const code = /^\s*(\d{4})(?:\s|$)/.exec(text)?.[1];
  if (code !== undefined && isCarrier(code)) return code;
  return (Object.keys(carriers) as CarrierCode[]).find((candidate) => carriers[candidate] === text.trim());
}
