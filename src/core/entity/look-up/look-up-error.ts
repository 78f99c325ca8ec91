/** Why a look-up brought nothing. */
export type LookUpFailure =
  | 'cancelled'
  | 'timeout'
  | 'unreachable'
  /** The endpoint sends on to another address, which was never agreed to. */
  | 'redirected'
  | 'too-many-requests'
  /** The servers behind the endpoint lag and ask to come back later. */
  | 'busy'
  | 'status'
  | 'too-large'
  /** No JSON, or none of the documented shape. */
  | 'unreadable'
  /** The endpoint says that the request is wrong. */
  | 'refused'
  | 'no-such-item';

/** A look-up that failed, for a reason that can be said in plain words. */
export class LookUpError extends Error {
  /** @param detail a short text of the endpoint's or a number, never shown as markup */
  constructor(
    readonly reason: LookUpFailure,
    readonly detail = '',
  ) {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'LookUpError';
  }
}
