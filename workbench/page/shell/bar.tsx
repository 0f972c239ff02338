/** @jsxImportSource preact */
import type { ShellState } from "../page-state.ts";
import { dataMenu } from "./data-menu.ts";
import { MenuBar } from "./menu.tsx";

export interface BarActions {
  choose(fn: string): void;
  become(user: string): void;
}

export function Bar({ state, actions }: { state: ShellState; actions: BarActions }) {
  const { title, menus, people, user } = state;
  return (
    <>
      <SheetIcon />
      <h1>{title}</h1>
      <MenuBar menus={[dataMenu, ...menus]} onChoose={actions.choose} />
      <label class="person">
        <span>操作する人</span>
        <select value={user} onChange={({ currentTarget }) => actions.become(currentTarget.value)}>
          {people.map(({ email, name }) => (
            <option key={email} value={email}>
              {name}
            </option>
          ))}
        </select>
        <span class="email">{user}</span>
      </label>
    </>
  );
}

function SheetIcon() {
  return (
    <svg class="sheet-icon" viewBox="0 0 30 40" width="27" height="36" aria-hidden="true">
      <path d="M3 0h16l11 11v26a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#188a4e" />
      <path d="M19 0l11 11H22a3 3 0 0 1-3-3z" fill="#0c5c33" />
      <path
        d="M6 18h18v15H6zm2.5 2.5v3h5v-3zm7.5 0v3h5.500v-3zM8.500 26v4.500h5V26zM16 26v4.500h5.500V26z"
        fill="#fff"
        fill-rule="evenodd"
      />
    </svg>
  );
}
