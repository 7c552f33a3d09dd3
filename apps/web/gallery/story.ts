import type { FunctionComponent } from 'react';

/** One component in one state. The test opens each in both themes and three widths, and looks for faults. */
export interface Story {
  /** "table/empty": file, then state. */
  id: string;
  Show: FunctionComponent;
  /** Draws the whole page itself, rail and all. */
  bare?: boolean;
}

const files = import.meta.glob<{ stories: Record<string, FunctionComponent>; bare?: boolean }>(
  './stories/*.story.tsx',
  { eager: true },
);

export const stories: Story[] = Object.entries(files).flatMap(([path, file]) => {
  const name = path.replace(/^.*\/(.+)\.story\.tsx$/, '$1');
  return Object.entries(file.stories).map(([state, Show]) => ({
    id: `${name}/${state}`,
    Show,
    bare: file.bare ?? false,
  }));
});
