import { useNumberNames } from '../data/use-number-names.ts';
import { useT } from '../i18n/use-t.ts';
import { Select } from '../ui/fields/Select.tsx';
import { shellMessages } from './messages.ts';

interface NumberFilterProps {
  /** Empty for all of them. */
  value: string;
  onChange: (numberId: string) => void;
  className?: string;
}

/** Which of the workspace's numbers; nothing where there is no choice. */
export function NumberFilter({ value, onChange, className }: NumberFilterProps) {
  const t = useT(shellMessages);
  const { all } = useNumberNames();
  if (all.length < 2) return null;
  return (
    <Select
      aria-label={t('number')}
      className={className}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('anyNumber') },
        ...all.map(({ numberId, phone }) => ({ value: numberId, label: phone })),
      ]}
    />
  );
}
