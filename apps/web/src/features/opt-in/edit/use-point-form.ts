import { useQueryClient } from '@tanstack/react-query';
import { api, ApiProblem } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT, type Translate } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import type { Refusal } from '../../../ui/form/form-state.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { beginsInChat, type Kind } from '../kinds.ts';
import type { Point } from '../queries.ts';
import { editMessages } from './messages.ts';

export type PointValues = {
  name: string;
  purposes: readonly string[];
  language: string;
  numberId: string;
  keywords: string;
  store: string;
  staff: string;
  campaign: string;
  doubleOptIn: boolean;
  allowedOrigins: string;
  place: Point['look']['place'];
  trigger: Point['look']['trigger'];
  delaySeconds: number | null;
  restDays: number | null;
  color: string;
  title: string;
  text: string;
  message: string;
};

const usual = (kind: Kind, numberId: string): PointValues => ({
  name: '',
  purposes: ['promotions'],
  language: 'en',
  numberId,
  keywords: '',
  store: '',
  staff: '',
  campaign: '',
  // Whoever types a number may have typed somebody else's.
  doubleOptIn: kind === 'website' || kind === 'page',
  allowedOrigins: '',
  place: 'modal',
  trigger: 'delay',
  delaySeconds: 8,
  restDays: 30,
  color: '#1f5f73',
  title: '',
  text: '',
  message: '',
});

const asTyped = ({ look, ...point }: Point): PointValues => ({
  ...look,
  name: point.name,
  purposes: point.purposes,
  language: point.language,
  numberId: point.numberId ?? '',
  keywords: point.keywords.join(', '),
  store: point.store ?? '',
  staff: point.staff ?? '',
  campaign: point.campaign ?? '',
  doubleOptIn: point.doubleOptIn,
  allowedOrigins: point.allowedOrigins.join('\n'),
});

const listed = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const asGiven = (values: PointValues) => ({
  name: values.name,
  purposes: [...values.purposes],
  language: values.language,
  numberId: values.numberId || null,
  keywords: listed(values.keywords),
  store: values.store.trim() || null,
  staff: values.staff.trim() || null,
  campaign: values.campaign.trim() || null,
  doubleOptIn: values.doubleOptIn,
  allowedOrigins: listed(values.allowedOrigins),
  look: {
    place: values.place,
    trigger: values.trigger,
    delaySeconds: values.delaySeconds ?? 0,
    restDays: values.restDays ?? 1,
    color: values.color,
    title: values.title.trim(),
    text: values.text.trim(),
    message: values.message.trim(),
  },
});

interface Editing {
  kind: Kind;
  point: Point | undefined;
  /** The one that a new place begins with. */
  numberId: string;
  onSaved: (entryPointId: string) => void;
}

export function usePointForm({ kind, point, numberId, onSaved }: Editing): Form<PointValues> {
  const t = useT(editMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const needsNumber = (doubleOptIn: boolean): boolean =>
    beginsInChat(kind) || (doubleOptIn && kind !== 'api');
  return useForm<PointValues>({
    initial: point ? asTyped(point) : usual(kind, numberId),
    check: (values) => ({
      name: values.name.trim() === '' ? t('nameWrong') : undefined,
      purposes: values.purposes.length === 0 ? t('purposesWrong') : undefined,
      numberId: needsNumber(values.doubleOptIn) && values.numberId === '' ? t('numberWrong') : undefined,
      keywords: kind === 'keyword' && listed(values.keywords).length === 0 ? t('keywordsWrong') : undefined,
      allowedOrigins:
        kind === 'website' && listed(values.allowedOrigins).length === 0 ? t('originsWrong') : undefined,
    }),
    save: async (values) => {
      try {
        const given = asGiven(values);
        const saved = point
          ? await api.entryPoints.update({ entryPointId: point.entryPointId, ...given })
          : await api.entryPoints.create({ kind, ...given });
        await queryClient.invalidateQueries({ queryKey: ['entry-points'] });
        toast(t('saved'), { tone: 'good' });
        onSaved(saved.entryPointId);
        return undefined;
      } catch (error) {
        return inFields(problems.refusal(error), error, t);
      }
    },
  });
}

const meanings = new Set(['opt_out', 'start', 'too_common']);

/** What is refused of the look stands beside its field, and what a word means to customers in the person's language. */
function inFields(
  { problems, message }: Refusal,
  error: unknown,
  t: Translate<typeof editMessages.en>,
): Refusal {
  const [first] = error instanceof ApiProblem ? error.fields : [];
  const word = /“(.*)”/u.exec(first?.message ?? '')?.[1] ?? '';
  const said = meanings.has(first?.code ?? '') ? t(first!.code as 'opt_out', { word }) : undefined;
  const named = Object.entries(problems).map(([field, sentence]) => [
    field.replace(/^look\./, ''),
    said ?? sentence,
  ]);
  return { problems: Object.fromEntries(named) as Refusal['problems'], message };
}
