/// <reference types="astro/client" />

/** A script bundled for browsers as one classic script; see `publish/classic-scripts.ts`. */
declare module '*?classic' {
  const text: string;
  export default text;
}
