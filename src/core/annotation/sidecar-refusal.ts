export type RefusalCode =
  | 'not-writable'
  | 'no-source'
  | 'unknown-id'
  | 'duplicate-id'
  | 'invalid-annotation'
  | 'changed-meanwhile'
  | 'not-editable';

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

export function notEditable(): SidecarRefusal {
  const message =
    'This record is written in a way that cannot be changed safely. Change it in the YAML file by hand.';
  return new SidecarRefusal('not-editable', message);
}
