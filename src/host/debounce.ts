import type { Disposable } from 'vscode';

/** Calls `run` once, `milliseconds` after the last of a burst of calls for the same key. */
export class Debounce<Key> implements Disposable {
  readonly #timers = new Map<Key, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly milliseconds: number,
    private readonly run: (key: Key) => void,
  ) {}

  schedule(key: Key): void {
    clearTimeout(this.#timers.get(key));
    const fire = () => {
      this.#timers.delete(key);
      this.run(key);
    };
    this.#timers.set(key, setTimeout(fire, this.milliseconds));
  }

  /** The keys that wait, which then are no longer called for: the caller does it at once. */
  take(): Key[] {
    const keys = [...this.#timers.keys()];
    this.dispose();
    return keys;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
