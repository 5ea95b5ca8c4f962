/** Where in a YAML file something stands: keys and indexes from the top. */
export type Path = readonly PropertyKey[];
