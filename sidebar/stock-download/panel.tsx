import { render } from "preact";
import { DownloadDialog } from "./download-dialog.tsx";

render(<DownloadDialog />, document.getElementById("app") as HTMLElement);
