import { render } from "preact";
import { ConfirmDialog } from "./confirm-dialog.tsx";

render(<ConfirmDialog />, document.getElementById("app") as HTMLElement);
