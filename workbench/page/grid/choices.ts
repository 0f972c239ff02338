/** The open list of a drop-down cell: drawn by us in Univer's place below the cell, and worked from the cell by keyboard. */
import { Direction } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { KeyCode } from "@univerjs/preset-sheets-core";
import { h, render } from "preact";
import { createElement } from "react";
import { matching } from "./choice.ts";
import { ChoiceList } from "./choice-list.tsx";
import type { TakeKey } from "./focus-guard.ts";

/** What Univer hands to the component of a cell's list. */
interface ListPopup {
  readonly popup: {
    readonly extraProps: {
      readonly options: readonly { readonly value: string }[];
      readonly defaultValue: string;
      onChange(value: string[]): Promise<unknown>;
      hideFn(): void;
    };
  };
}

interface OpenList {
  readonly place: HTMLElement;
  readonly options: readonly string[];
  readonly current: string;
  readonly take: (entry: string) => Promise<void>;
  readonly hide: () => void;
}

export interface Choices {
  /** For Univer to draw below the cell. */
  readonly component: unknown;
  readonly onKey: TakeKey;
}

export function createChoices(univer: FUniver): Choices {
  let list: OpenList | undefined;
  let text: string | undefined;
  let walked: string | undefined;
  let shown: object | undefined;

  const entries = () => (text === undefined ? list!.options : matching(list!.options, text));
  const marked = () => walked ?? (text === undefined ? list!.current : text.trim() === "" ? undefined : entries()[0]);

  function draw(): void {
    if (list === undefined) return;
    const { place, take } = list;
    render(h(ChoiceList, { entries: entries(), marked: marked(), onTake: (entry) => void take(entry) }), place);
  }

  function walk(step: number): void {
    const all = entries();
    const at = all.indexOf(marked() ?? "");
    walked = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length];
    draw();
  }

  function open({ popup: { extraProps } }: ListPopup, place: HTMLElement): void {
    const { options, defaultValue, onChange, hideFn } = extraProps;
    // React takes an element away and gives it back whenever it draws.
    if (extraProps !== shown) walked = undefined;
    shown = extraProps;
    const take = async (entry: string) => {
      hideFn();
      await onChange([entry]);
    };
    list = { place, options: options.map(({ value }) => value), current: defaultValue, take, hide: hideFn };
    draw();
  }

  function close(place: HTMLElement): void {
    render(null, place);
    if (list?.place === place) list = undefined;
  }

  /** Univer's popups are React's; what is in this one is Preact's, as on the rest of the page. */
  function hostOfList(props: ListPopup): unknown {
    let place: HTMLElement | undefined;
    return createElement("div", {
      ref(element) {
        if (element !== null) open(props, element);
        else if (place !== undefined) close(place);
        place = element ?? undefined;
      },
    });
  }

  univer.addEvent(univer.Event.SheetEditStarted, () => {
    text = undefined;
  });
  univer.addEvent(univer.Event.SheetEditChanging, ({ value }) => {
    text = value.toPlainText().replace(/\r\n$/, "");
    walked = undefined;
    draw();
  });
  univer.addEvent(univer.Event.SheetEditEnded, () => {
    text = undefined;
    list?.hide();
  });

  const take = async (entry: string) => {
    await list!.take(entry);
    await univer.executeCommand("sheet.command.move-selection-enter-tab", {
      keycode: KeyCode.ENTER,
      direction: Direction.DOWN,
    });
  };

  const onKey: TakeKey = ({ key }) => {
    if (list === undefined) return false;
    if (key === "ArrowDown" || key === "ArrowUp") walk(key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter" && walked !== undefined) void take(walked);
    else {
      if (key === "Escape" || key === "Enter" || key === "Tab") list.hide();
      return false;
    }
    return true;
  };

  return { component: hostOfList, onKey };
}
