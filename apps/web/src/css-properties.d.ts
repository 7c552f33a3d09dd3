import 'react';

declare module 'react' {
  // Custom properties carry numbers from code to style sheets: --panel, --cols.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
