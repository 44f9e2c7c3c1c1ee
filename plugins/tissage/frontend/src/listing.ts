// What every page of the site runs.
export {};
