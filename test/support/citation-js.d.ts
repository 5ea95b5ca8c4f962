/** citation-js has no types; this is what the tests call. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(file: string);
    /** CSL-JSON. */
    data: Record<string, never>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
