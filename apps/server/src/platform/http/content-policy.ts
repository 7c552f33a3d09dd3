interface OtherOrigins {
  /** Whose scripts may run besides our own. */
  scripts?: string;
  /** Where files are served from, when that is not here. */
  files?: string;
}

/** What a page may load and from where. */
export const contentPolicy = ({ scripts, files }: OtherOrigins = {}): string => {
  const from = (...sources: (string | undefined)[]): string =>
    [`'self'`, ...sources.filter((source) => source !== undefined)].join(' ');
  return [
    `default-src 'self'`,
    `script-src ${from(scripts)}`,
    // The primitives place styles on elements; scripts stay strict.
    `style-src 'self' 'unsafe-inline'`,
    `img-src ${from('data:', 'blob:', files)}`,
    `media-src ${from('blob:', files)}`,
    `frame-src ${from(files)}`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
};
