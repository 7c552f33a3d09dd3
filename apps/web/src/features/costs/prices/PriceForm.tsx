import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { DayInput } from '../../../ui/dates/DayInput.tsx';
import { today, type Day } from '../../../ui/dates/day.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { readNumber } from '../../../ui/fields/read-number.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { signOf, toMicros } from '../money.ts';
import { useCostWords } from '../use-cost-words.ts';
import { priceMessages } from './messages.ts';
import { priceCategories, pricesQuery, type PriceCategory } from './prices-query.ts';
import { useCountryName } from './use-country-name.ts';

// Where Indian businesses write to most; any other is priced by the last.
const countries = [
  'IN',
  'AE',
  'SA',
  'QA',
  'KW',
  'OM',
  'BH',
  'US',
  'CA',
  'GB',
  'AU',
  'SG',
  'MY',
  'NP',
  'LK',
  'BD',
  'DE',
  'ZA',
  '*',
];
const currencies = ['INR', 'USD', 'EUR', 'GBP', 'AED', 'SAR', 'SGD', 'AUD', 'IDR', 'MYR'];

type PriceValues = {
  category: PriceCategory;
  country: string;
  currency: string;
  validFrom: Day;
  /** As it is typed. */
  micros: string;
  note: string;
};

interface PriceFormProps {
  currency: string;
  onDone: () => void;
}

export function PriceForm({ currency, onDone }: PriceFormProps) {
  const t = useT(priceMessages);
  const say = useCostWords();
  const { zone } = useLocale();
  const countryOf = useCountryName();
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm<PriceValues>({
    initial: {
      category: 'marketing',
      country: 'IN',
      currency,
      validFrom: today(zone),
      micros: '',
      note: '',
    },
    check: ({ micros }) => ({ micros: readPrice(micros) === null ? t('priceWrong') : undefined }),
    save: async ({ micros, note, ...values }) => {
      try {
        const price = readPrice(micros) ?? 0;
        await api.costs.putPrice({ ...values, micros: price, note: note.trim() === '' ? null : note });
        refetchQuery(queryClient, pricesQuery);
        toast(t('saved'), { tone: 'good' });
        onDone();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const { values } = form;
  const named = [...new Set([currency, ...currencies])];
  return (
    <Form form={form}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field bind={form.field('category')} label={t('category')} required>
          <Select options={priceCategories.map((one) => ({ value: one, label: say('category', one) }))} />
        </Field>
        <Field bind={form.field('country')} label={t('country')} required>
          <Select options={countries.map((one) => ({ value: one, label: countryOf(one) }))} />
        </Field>
        <Field bind={form.field('micros')} label={t('priceField')} help={t('priceHelp')} required>
          <TextField
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.8631"
            trailing={<span className="pe-2.5 text-ink-2">{signOf(values.currency)}</span>}
          />
        </Field>
        <Field bind={form.field('currency')} label={t('currency')} required>
          <Select options={named.map((one) => ({ value: one, label: one }))} />
        </Field>
        <DayInput
          label={t('fromField')}
          day={values.validFrom}
          last={undefined}
          onChange={(validFrom) => form.set({ validFrom })}
        />
      </div>
      <Field bind={form.field('note')} label={t('note')} help={t('noteHelp')}>
        <TextField maxLength={200} autoComplete="off" />
      </Field>
      <FormActions label={t('add')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}

/** In millionths, when it is a price that can be kept exactly. */
function readPrice(text: string): number | null {
  const price = readNumber(text);
  if (price === null || price < 0) return null;
  const exact = Math.abs(toMicros(price) - price * 1_000_000) < 0.001;
  return exact ? toMicros(price) : null;
}
