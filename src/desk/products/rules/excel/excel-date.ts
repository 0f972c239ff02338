const MONTHS = [
  "jan(?:uary)?",
  "feb(?:ruary)?",
  "mar(?:ch)?",
  "apr(?:il)?",
  "may",
  "june?",
  "july?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "oct(?:ober)?",
  "nov(?:ember)?",
  "dec(?:ember)?",
];
const MONTH = `(${MONTHS.join("|")})`;
const NAME_FIRST = new RegExp(`^${MONTH}[-/ .]?(\\d{1,2}|\\d{4})$`, "i");
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/ ]?${MONTH}(?:[-/ ]?(\\d{2}|\\d{4}))?$`, "i");

const monthOf = (name: string): number => MONTHS.findIndex((month) => new RegExp(`^${month}$`, "i").test(name)) + 1;

interface Day {
  readonly month: number;
  readonly day: number;
  readonly year?: number | undefined;
}

const isReal = ({ year = 2000, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Two digits: up to 29 in this century. */
const yearOf = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900);

/** `1-2`, `25/1/2`, `2025-1`, `MAR1`, `2-Jan` and `1月2日` are dates to Excel. */
export function dateTyped(text: string): string[] {
  const found = [...inDigits(text), ...inJapanese(text), ...byName(text)].find(isReal);
  if (found === undefined) return [];
  const { year, month, day } = found;
  return [year === undefined ? dayValue(month, day) : `date ${year}-${month}-${day}`];
}

/** A date without a year gets that of the day on which the file was opened, which nobody knows any more. */
const dayValue = (month: number, day: number): string => `day ${month}-${day}`;

const PART = "(\\d{1,2}|[12]\\d{3})";
const THREE = new RegExp(`^${PART}[-/]${PART}[-/]${PART}$`);
const TWO = new RegExp(`^${PART}[-/]${PART}$`);

/** In the order in which Excel tries in Japan. */
function inDigits(text: string): Day[] {
  const [, a = "", b = "", c = ""] = THREE.exec(text) ?? TWO.exec(text) ?? [];
  if (a === "") return [];
  if (c === "")
    return [
      { month: Number(a), day: Number(b) },
      { year: yearOf(a), month: Number(b), day: 1 },
      { year: yearOf(b), month: Number(a), day: 1 },
    ];
  return [
    { year: yearOf(a), month: Number(b), day: Number(c) },
    { year: yearOf(c), month: Number(a), day: Number(b) },
  ];
}

function inJapanese(text: string): Day[] {
  const [found, year, month, day = "1"] = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text) ?? [];
  if (found === undefined) return [];
  return [{ year: year === undefined ? undefined : Number(year), month: Number(month), day: Number(day) }];
}

function byName(text: string): Day[] {
  const named = NAME_FIRST.exec(text);
  if (named !== null) {
    const [month, digits] = [monthOf(named[1] as string), named[2] as string];
    return [...(digits.length > 2 ? [] : [{ month, day: Number(digits) }]), { year: yearOf(digits), month, day: 1 }];
  }
  const [found, day, name = "", year] = DAY_FIRST.exec(text) ?? [];
  if (found === undefined) return [];
  return [{ year: year === undefined ? undefined : yearOf(year), month: monthOf(name), day: Number(day) }];
}

const WRITTEN = [
  /^(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?: 0?0:00(?::00)?)?$/,
  /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4}|\d{2})$/,
  /^(?<y>\d{2})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  /^(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  /^(?:(?<y>\d{4})年)?(?<m>\d{1,2})月(?<d>\d{1,2})日$/,
  /^(?<y>\d{4})年(?<m>\d{1,2})月$/,
  /^(?<d>\d{1,2})-(?<name>[A-Z][a-z]{2})(?:-(?<y>\d{2}|\d{4}))?$/,
  /^(?<name>[A-Z][a-z]{2})-(?<y>\d{2})$/,
];

/** However Excel writes a date in one country or another. */
export function dateWritten(code: string): string[] {
  return WRITTEN.flatMap((form) => {
    const { y, m, d = "1", name } = form.exec(code)?.groups ?? {};
    if (m === undefined && name === undefined) return [];
    const month = name === undefined ? Number(m) : monthOf(name);
    const day = Number(d);
    const year = y === undefined ? undefined : yearOf(y);
    if (!isReal({ year, month, day })) return [];
    return [dayValue(month, day), ...(year === undefined ? [] : [`date ${year}-${month}-${day}`])];
  });
}
