import { render } from "preact";
import { ReportDialog } from "./report-dialog.tsx";

render(<ReportDialog />, document.getElementById("app") as HTMLElement);
