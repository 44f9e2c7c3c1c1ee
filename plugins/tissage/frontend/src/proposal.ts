// What the pages of « Proposer une fiche » run.
import { TissageForm } from "./ui/form/form-element.ts";

customElements.define("tissage-form", TissageForm);
