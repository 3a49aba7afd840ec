// The Markdown that is shown over a finding.

/** What is known of a finding when it is pointed at. */
export interface HoverFacts {
  readonly check: string;
  /** First words of the page; empty if not known. */
  readonly summary: string;
  /** Where "the page" leads. */
  readonly pageLink: string;
  /** Undefined: not known, for the reason `whyNot`. */
  readonly evidence: readonly string[] | undefined;
  readonly whyNot: string;
}

/** Text that Markdown must not take for markup. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, "\\$&");
}

function why(facts: HoverFacts): string[] {
  if (facts.evidence === undefined) return facts.whyNot === "" ? [] : [`Why: ${escaped(facts.whyNot)}`];
  if (facts.evidence.length === 0) return [];
  return [["Why:", "", ...facts.evidence.map((each) => `- ${escaped(each)}`)].join("\n")];
}

/** Paragraphs of Markdown: what the check is about, why corolint thinks so, the way to the page. */
export function hoverText(facts: HoverFacts): string {
  const link = `[Page of ${facts.check}](${facts.pageLink})`;
  return [...(facts.summary === "" ? [] : [facts.summary]), ...why(facts), link].join("\n\n");
}
