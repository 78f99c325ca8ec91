/** Stands for the package `mocha` in the browser's extension host: its browser build leaves the class in a global. */
// By its path, as the package's name leads back here.
import '../../node_modules/mocha/mocha';

export default (globalThis as unknown as { Mocha: unknown }).Mocha;
