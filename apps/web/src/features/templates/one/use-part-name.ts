import { useCallback } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { templateMessages } from '../messages.ts';

/** What a person calls the part of a template that a path leads to; the path itself where there is no word for it. */
export function usePartName(): (path: string) => string {
  const t = useT(templateMessages);
  return useCallback(
    (path) => {
      const [root = '', kind = '', ...rest] = path.split('.');
      const known = `part_${root === 'components' ? kind : root}`;
      if (!(known in templateMessages.en)) return path;
      const name = [kind, ...rest].join('.');
      const word = t(known as 'part_variables', { name });
      const inside = root === 'components' ? rest.filter((step) => step !== 'text' && step !== 'type') : [];
      return inside.length > 0 ? `${word} · ${inside.join(' ')}` : word;
    },
    [t],
  );
}
