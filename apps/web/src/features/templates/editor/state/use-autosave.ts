import type { TemplateContent } from '@trikon/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ApiProblem } from '../../../../data/api.ts';
import { pruned } from '../content/edit-variables.ts';
import type { Draft } from '../queries.ts';

export interface Autosave {
  state: 'saved' | 'unsaved' | 'saving' | 'conflict' | 'failed';
  revision: number;
  /** What somebody else saved meanwhile. */
  theirs: Draft | null;
  failure: unknown;
  takeTheirs: () => void;
  keepMine: () => void;
  /** Now; true once the server has everything that is on screen. */
  save: () => Promise<boolean>;
}

interface ToSave {
  variantId: string;
  content: TemplateContent;
  stored: TemplateContent;
  revision: number;
  /** In review: nothing is saved. */
  locked: boolean;
  onTheirs: (content: TemplateContent) => void;
}

const pause = 700;

/** A moment after the last change, one request at a time, each naming the revision that it rests on. */
export function useAutosave({
  variantId,
  content,
  stored,
  revision: first,
  locked,
  onTheirs,
}: ToSave): Autosave {
  const [saved, setSaved] = useState(stored);
  const [revision, setRevision] = useState(first);
  const [busy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<Draft | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const underWay = useRef<Promise<boolean> | null>(null);
  const isSaved = sameContent(content, saved);

  const send = useCallback(async (): Promise<boolean> => {
    setBusy(true);
    try {
      const answer = await api.templateDrafts.save({ variantId, revision, content: pruned(content) });
      setRevision(answer.revision);
      setSaved(content);
      setFailure(null);
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'conflict')
        setTheirs(await api.templateDrafts.get({ variantId }));
      else setFailure(error);
      return false;
    } finally {
      setBusy(false);
      underWay.current = null;
    }
  }, [variantId, revision, content]);

  const save = useCallback(async (): Promise<boolean> => {
    if (underWay.current) await underWay.current;
    if (isSaved) return true;
    underWay.current = send();
    return underWay.current;
  }, [isSaved, send]);

  useEffect(() => {
    if (locked || isSaved || busy || theirs) return undefined;
    // What failed is tried again more slowly, until it works or something else is typed.
    const timer = setTimeout(() => void save(), failure ? 5_000 : pause);
    return () => clearTimeout(timer);
  }, [locked, isSaved, busy, theirs, failure, save]);

  return {
    state: stateOf({ theirs, busy, failure, isSaved }),
    revision,
    theirs,
    failure,
    save,
    takeTheirs: () => {
      setSaved(theirs!.content);
      setRevision(theirs!.revision);
      onTheirs(theirs!.content);
      setTheirs(null);
    },
    keepMine: () => {
      setRevision(theirs!.revision);
      setTheirs(null);
    },
  };
}

interface Facts {
  theirs: Draft | null;
  busy: boolean;
  failure: unknown;
  isSaved: boolean;
}

function stateOf({ theirs, busy, failure, isSaved }: Facts): Autosave['state'] {
  if (theirs) return 'conflict';
  if (busy) return 'saving';
  if (isSaved) return 'saved';
  return failure ? 'failed' : 'unsaved';
}

const sameContent = (one: TemplateContent, other: TemplateContent): boolean =>
  one === other || JSON.stringify(pruned(one)) === JSON.stringify(pruned(other));
