// What the page of a check says first.

/** The first paragraph below the title of a page in Markdown; empty if there is none. */
export function summaryOf(page: string): string {
  const paragraphs = page.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  return paragraphs.find((paragraph) => paragraph !== "" && !/^(#|```|[|>-])/.test(paragraph)) ?? "";
}

/** The page without the marks "bad" and "good" behind the language of an example, which a renderer would not know. */
export function forPreview(page: string): string {
  return page.replace(/^```cpp \w+$/gm, "```cpp");
}
