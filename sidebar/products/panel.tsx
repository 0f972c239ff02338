import { render } from "preact";
import { ProductsPanel } from "./products-panel.tsx";

render(<ProductsPanel />, document.getElementById("app") as HTMLElement);
