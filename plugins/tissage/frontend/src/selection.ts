// What the page of the selection runs.
import { TissageSelection } from "./ui/selection-page.ts";

customElements.define("tissage-selection", TissageSelection);
