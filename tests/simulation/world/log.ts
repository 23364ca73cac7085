/** What happened, as a number that is the same for two runs exactly when the same things happened, and as text on demand. */
export class EventLog {
  readonly lines: string[] = [];
  readonly #keep: boolean;
  #hash = 0x811c9dc5;

  constructor(keep: boolean) {
    this.#keep = keep;
  }

  note(at: number, who: string, what: string): void {
    const text = `${at} ${who} ${what}`;
    let hash = this.#hash;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    this.#hash = hash;
    if (this.#keep) this.lines.push(`${new Date(at).toISOString()} ${who.padEnd(12)} ${what}`);
  }

  get hash(): string {
    return (this.#hash >>> 0).toString(16);
  }
}
