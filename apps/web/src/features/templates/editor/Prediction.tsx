import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { editorMessages } from './messages.ts';
import { predictionMessages } from './prediction-messages.ts';
import { useEditor } from './state/editor-context.ts';

/** The category that WhatsApp would give it, and by what one can tell. */
export function Prediction() {
  const t = useT(editorMessages);
  const say = useT(predictionMessages);
  const { findings, category } = useEditor();
  const { prediction } = findings;
  if (!prediction || prediction.certainty === 'unsure') return null;
  const differs = prediction.category !== category;
  return (
    <Card
      title={say('title')}
      actions={<Badge tone={differs ? 'warn' : 'good'}>{t(prediction.category)}</Badge>}
    >
      <div className="grid gap-2 text-body">
        <p>{differs ? say('differs', { asked: t(category as 'UTILITY') }) : say('same')}</p>
        <ul className="grid list-disc gap-0.5 ps-5 text-sm text-ink-2">
          {prediction.reasons.slice(0, 4).map(({ why, path, excerpt }) => (
            <li key={`${why} ${path} ${excerpt}`}>
              {say(why)}
              {excerpt && (
                <>
                  {' '}
                  <q>
                    <bdi>{excerpt}</bdi>
                  </q>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
