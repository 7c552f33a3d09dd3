/** The documents a reader starts from, and what they show outside of code blocks. */
export function documents(texts: ReadonlyMap<string, string>): [file: string, text: string][] {
  return [...texts].filter(([file]) => file.endsWith('.md'));
}

/** Code blocks blanked out, lines kept: examples in them may name files that a reader is about to make. */
export function withoutCodeBlocks(text: string): string {
  return text.replace(/^```[^]*?^```/gm, (block) => block.replace(/[^\n]/g, ' '));
}
