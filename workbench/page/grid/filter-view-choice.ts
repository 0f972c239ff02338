/** Which of a sheet's filter views a person looks through; nobody else sees any of it. */
import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";

export interface FilterViewChoice {
  /** Offers the views of the sheet in front; nothing where it has none. */
  offer(frame: DrawnFrame | undefined, chosen: number | undefined): void;
}

export function filterViewChoice(
  place: HTMLElement,
  onChoose: (sheetId: number, viewId: number | undefined) => void,
): FilterViewChoice {
  const label = document.createElement("label");
  label.className = "filter-view";
  label.textContent = "フィルタ表示";
  const select = label.appendChild(document.createElement("select"));
  let sheetId = 0;
  select.addEventListener("change", () => onChoose(sheetId, select.value === "" ? undefined : Number(select.value)));
  return {
    offer(frame, chosen) {
      const views = frame?.filterViews ?? [];
      sheetId = frame?.sheetId ?? 0;
      select.replaceChildren(
        new Option("なし", ""),
        ...views.map(({ id, title }) => new Option(title, String(id), false, id === chosen)),
      );
      if (views.length > 0) place.append(label);
      else label.remove();
    },
  };
}
