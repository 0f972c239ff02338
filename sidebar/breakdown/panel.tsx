import { render } from "preact";
import { BreakdownDialog } from "./breakdown-dialog.tsx";

render(<BreakdownDialog />, document.getElementById("app") as HTMLElement);
