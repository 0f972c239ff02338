import { dateText, type Serial } from "../core/jst.ts";
import { holidayData } from "./holiday-data.ts";

/** 国民の祝日, as far as they are known today: up to 2050. */
export function isHoliday(day: Serial): boolean {
  const [year = "", month = "", date = ""] = dateText(day).split("/");
  return (holidayData[year] ?? "").includes(month + date);
}
