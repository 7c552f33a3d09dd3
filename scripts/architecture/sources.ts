export function isSource(file: string): boolean {
  return (
    /\.(?:ts|tsx|mts)$/.test(file) &&
    !/\.d\.ts$|\.generated\./.test(file) &&
    !/(?:^|\/)(?:generated|dist)\//.test(file)
  );
}

export function isTest(file: string): boolean {
  return (
    /\.(?:test|spec|story|stories|bench|e2e)\.[mc]?tsx?$/.test(file) ||
    /(?:^|\/)(?:test|tests|e2e|bench|crash|__tests__)\//.test(file)
  );
}

const stringOrComment =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|\/\/[^\n]*|\/\*[^]*?\*\//g;

/** The text with its comments blanked out, every line and column where it was. */
export function withoutComments(text: string): string {
  return text.replace(stringOrComment, (part) =>
    part.startsWith('//') || part.startsWith('/*') ? part.replace(/[^\n]/g, ' ') : part,
  );
}
