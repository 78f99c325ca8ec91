/** A program of its own that changes sidecars as it is told, until somebody kills it. */
import { perform, type Operation } from './operation';

process.on('message', (operation: Operation) => {
  perform(operation).then(
    () => process.send?.({ done: true }),
    (error: unknown) => process.send?.({ done: false, error: String(error) }),
  );
});
process.send?.('ready');
