// A small catalogue: two facets, the second a tree.
import { decode } from "../../plugins/tissage/frontend/src/core/listing.ts";

export const LISTING = decode({
  size: 4,
  facets: [
    {
      name: "champ",
      label: "Champs d’action",
      values: [
        ["logement", "Logement", -1],
        ["sante", "Santé", -1],
        ["art", "Art", -1],
      ],
      held: "0,0 1,1,",
    },
    {
      name: "territoire",
      label: "Territoires",
      values: [
        ["montreal", "Montréal", -1],
        ["ville-marie", "Ville-Marie", 0],
        ["centre-sud", "Centre-Sud", 1],
        ["laval", "Laval", -1],
      ],
      held: "2,0,3,1 3",
    },
  ],
});
