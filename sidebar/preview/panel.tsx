import { render } from "preact";
import { PreviewDialog } from "./preview-dialog.tsx";

render(<PreviewDialog />, document.getElementById("app") as HTMLElement);
