/** Excel keeps so many digits of a number; the others become zero. */
const DIGITS = 15;

/** `007`, `1.10`, `1,234`, `+5`, `(5)`, `.5` and `12E3` are numbers to Excel. */
export function numberTyped(text: string): string[] {
  const negative = /^\((.+)\)$/.exec(text);
  const signed = negative === null ? text : `-${negative[1]}`;
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(signed) ? signed.replace(/,/g, "") : signed;
  const [found, sign = "", whole = "", fraction = "", power = "0"] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,2}))?$/i.exec(plain) ?? [];
  if (found === undefined || whole + fraction === "") return [];
  return [`number ${shown(sign, ...shifted(whole, fraction, Number(power)))}`];
}

function shifted(whole: string, fraction: string, power: number): [whole: string, fraction: string] {
  const digits = "0".repeat(Math.max(0, -power)) + whole + fraction + "0".repeat(Math.max(0, power));
  const point = Math.max(0, -power) + whole.length + power;
  return [digits.slice(0, point), digits.slice(point)];
}

/** As Excel shows a number by itself, or with a comma each thousand. */
export function numberWritten(code: string): string[] {
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(code)) return [];
  const values = numberTyped(code);
  return values[0] === `number ${code.replace(/,/g, "")}` ? values : [];
}

function shown(sign: string, whole: string, fraction: string): string {
  const leading = (/^0*/.exec(whole + fraction) as RegExpExecArray)[0].length;
  const kept = (whole + fraction).slice(0, leading + DIGITS).padEnd(whole.length + fraction.length, "0");
  const units = kept.slice(0, whole.length).replace(/^0+/, "") || "0";
  const parts = kept.slice(whole.length).replace(/0+$/, "");
  const value = parts === "" ? units : `${units}.${parts}`;
  return sign === "-" && value !== "0" ? `-${value}` : value;
}
