/** citeproc-js has no types; this is what the tests call. */
declare module 'citeproc' {
  export class Engine {
    constructor(
      system: {
        retrieveLocale: (language: string) => string;
        retrieveItem: (id: string) => unknown;
      },
      style: string,
      language: string,
    );
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [unknown, string[]];
  }
}
