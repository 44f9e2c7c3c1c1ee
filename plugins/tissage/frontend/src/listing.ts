// What the pages of the catalogues run.
import { TissageIndex } from "./ui/index-element.ts";

customElements.define("tissage-index", TissageIndex);
