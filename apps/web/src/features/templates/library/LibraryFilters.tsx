import { Search } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { libraryMessages } from './messages.ts';
import { categories, groups, industries, type LibrarySearch } from './search.ts';

interface LibraryFiltersProps {
  search: LibrarySearch;
  onChange: (next: Partial<LibrarySearch>) => void;
  count: number;
}

export function LibraryFilters({ search, onChange, count }: LibraryFiltersProps) {
  const t = useT(libraryMessages);
  const set = (name: keyof LibrarySearch) => (value: string) =>
    onChange({ [name]: value === '' ? undefined : value });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TextField
        icon={Search}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={100}
        value={search.q ?? ''}
        onChange={set('q')}
        className="w-64 max-sm:w-full"
      />
      <Select
        aria-label={t('category')}
        value={search.category ?? ''}
        onChange={set('category')}
        options={[
          { value: '', label: t('everyCategory') },
          ...categories.map((value) => ({ value, label: t(value) })),
        ]}
      />
      <Select
        aria-label={t('industry')}
        value={search.industry ?? ''}
        onChange={set('industry')}
        options={[
          { value: '', label: t('everyIndustry') },
          ...industries.map((value) => ({ value, label: t(value) })),
        ]}
      />
      <Select
        aria-label={t('group')}
        value={search.group ?? ''}
        onChange={set('group')}
        options={[
          { value: '', label: t('everyKind') },
          ...groups.map((value) => ({ value, label: t(value) })),
        ]}
      />
      <p aria-live="polite" className="ms-auto text-sm text-ink-2">
        {t('found', { count })}
      </p>
    </div>
  );
}
