export type RefusalCode =
  'not-writable' | 'no-source' | 'unknown-id' | 'duplicate-id' | 'not-editable';

/** Thrown when a sidecar is left as it is; the message tells the user why and what to do. */
export class SidecarRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'SidecarRefusal';
  }
}
