/* The views beside the conversation. */

export { About } from "./about.js";
export { Merge } from "./merge.js";
export { Menus } from "./menus.js";
export { Reports } from "./reports.js";
export { Start } from "./start.js";
