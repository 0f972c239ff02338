import { render } from "preact";
import { CsvDialog } from "./csv-dialog.tsx";

render(<CsvDialog />, document.getElementById("app") as HTMLElement);
