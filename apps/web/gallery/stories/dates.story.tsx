import { useState } from 'react';
import { DateRangePicker } from '../../src/ui/dates/DateRangePicker.tsx';
import type { DateChoice } from '../../src/ui/dates/presets.ts';

function Range() {
  const [choice, setChoice] = useState<DateChoice>({ from: '2026-11-04', to: '2026-11-17' });
  return <DateRangePicker label="Period" value={choice} onChange={setChoice} />;
}

export const stories = { range: Range };
