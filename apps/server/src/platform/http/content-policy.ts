/** What a page may load and from where; `scriptOrigin` is whose scripts may run besides our own. */
export const contentPolicy = (scriptOrigin?: string): string =>
  [
    `default-src 'self'`,
    ['script-src', `'self'`, ...(scriptOrigin === undefined ? [] : [scriptOrigin])].join(' '),
    // The primitives place styles on elements; scripts stay strict.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
