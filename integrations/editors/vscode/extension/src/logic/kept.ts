// Answers that are costly to get, kept as long as they hold.

/** One answer for each key, asked for once even if many want it at the same time. */
export class Kept<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(private readonly ask: (key: string) => Promise<Answer>) {}

  /** The answer for `key`; one that failed is asked for again by the next who wants it. */
  get(key: string): Promise<Answer> {
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.ask(key);
    this.answers.set(key, answer);
    answer.catch(() => {
      if (this.answers.get(key) === answer) this.answers.delete(key);
    });
    return answer;
  }

  /** All that is known may have changed. */
  forget(): void {
    this.answers.clear();
  }
}
