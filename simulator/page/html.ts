import htm from "htm";
import { h } from "preact";

/**
 * Markup as a tagged template. Our own components go in with `h`, so that
 * their properties are type-checked: html`<div>${h(Avatar, { name })}</div>`.
 */
export const html = htm.bind(h);
