/** JSON-LD as an object and as the text of a page. */

/** An object of JSON-LD. */
export type JsonLd = Record<string, unknown>;

/** @returns the object without what is absent: null, or a list of nothing */
export function present(object: JsonLd): JsonLd {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/**
 * JSON-LD as the text of a `<script>`: `<` is escaped, so that nothing printed in a notice can end the element.
 * @param data any
 */
export function scriptText(data: JsonLd): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
