import { X } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { Select } from '../../../../ui/fields/Select.tsx';
import { listMessages } from '../messages.ts';
import { needsValue, type Line } from './filter-text.ts';
import { FilterValue } from './FilterValue.tsx';
import type { Subject } from './use-subjects.ts';

interface FilterLineProps {
  line: Line;
  subjects: readonly Subject[];
  onChange: (line: Line) => void;
  onRemove: () => void;
}

export function FilterLine({ line, subjects, onChange, onRemove }: FilterLineProps) {
  const t = useT(listMessages);
  const subject = subjects.find(({ id }) => id === line.subject);
  const words = (op: string): string => t(`op_${op}` as 'op_is');
  const choose = (id: string) => {
    const next = subjects.find((one) => one.id === id);
    if (next) onChange({ subject: id, op: next.operators[0]!, value: '' });
  };
  return (
    <li className="flex flex-wrap items-center gap-2 max-sm:border-b max-sm:border-line max-sm:pb-3">
      <Select
        aria-label={t('subject')}
        className="w-44 max-sm:flex-1"
        options={subjects.map(({ id, label }) => ({ value: id, label }))}
        value={line.subject}
        onChange={choose}
      />
      <Select
        aria-label={t('how')}
        className="w-40 max-sm:flex-1"
        options={(subject?.operators ?? [line.op]).map((op) => ({ value: op, label: words(op) }))}
        value={line.op}
        onChange={(op) => onChange({ ...line, op, value: needsValue(op) ? line.value : '' })}
      />
      <span className="min-w-40 flex-1 max-sm:order-last max-sm:w-full max-sm:flex-none">
        {subject && needsValue(line.op) && (
          <FilterValue
            key={subject.id}
            subject={subject}
            value={line.value}
            onChange={(value) => onChange({ ...line, value })}
          />
        )}
      </span>
      <IconButton icon={X} label={t('removeCondition', { name: subject?.label ?? '' })} onClick={onRemove} />
    </li>
  );
}
