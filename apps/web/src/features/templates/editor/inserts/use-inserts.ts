import { useQuery } from '@tanstack/react-query';
import { useSentence } from '../../../../data/use-sentence.ts';
import { baseOf } from '../../../../whatsapp/template/phone-words.ts';
import { insertsQuery } from '../queries.ts';
import { useEditor } from '../state/editor-context.ts';

interface Insert {
  title: string;
  text: string;
}

/** Those that exist in the language that is written. */
export function useInserts(place: 'body' | 'footer'): Insert[] {
  const { language } = useEditor();
  const say = useSentence();
  const { data = [] } = useQuery(insertsQuery);
  return data.flatMap(({ place: where, title, texts }) => {
    const found = texts.find((each) => each.language === baseOf(language));
    return where === place && found ? [{ title: say(title), text: found.text }] : [];
  });
}
