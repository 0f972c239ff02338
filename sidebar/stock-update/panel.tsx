import { render } from "preact";
import { UpdateDialog } from "./update-dialog.tsx";

render(<UpdateDialog />, document.getElementById("app") as HTMLElement);
