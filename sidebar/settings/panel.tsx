import { render } from "preact";
import { SettingsPanel } from "./settings-panel.tsx";

render(<SettingsPanel />, document.getElementById("app") as HTMLElement);
