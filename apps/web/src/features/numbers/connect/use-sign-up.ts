import { useEffect, useRef, useState } from 'react';
import { api } from '../../../data/api.ts';
import type { Connection } from './connection.ts';
import { isFromMeta, loadSdk, type MetaSdk } from './meta-sdk.ts';
import type { SignUpSettings } from './sign-up-query.ts';
import { SignUpSession, type SignUpEnding } from './sign-up-session.ts';

export type NotShared = Exclude<SignUpEnding, { kind: 'shared' }>;

export type SignUpState =
  | { at: 'preparing' | 'script-failed' | 'ready' | 'waiting' | 'finishing' }
  | { at: 'ended'; ending: NotShared }
  | { at: 'answered'; result: Connection }
  | { at: 'refused'; error: unknown };

interface SignUp {
  state: SignUpState;
  /** In the very press of a button, or the browser holds the window back. */
  open: (configId: string, featureType: '' | 'whatsapp_business_app_onboarding') => void;
}

/** Meta's window from its script to the account that was connected. */
export function useSignUp(settings: SignUpSettings): SignUp {
  const [state, setState] = useState<SignUpState>({ at: 'preparing' });
  const sdk = useRef<MetaSdk>(undefined);
  const session = useRef<SignUpSession>(undefined);

  useEffect(() => {
    let here = true;
    const prepare = async (): Promise<void> => {
      try {
        sdk.current = await loadSdk(settings);
        if (here) setState({ at: 'ready' });
      } catch {
        if (here) setState({ at: 'script-failed' });
      }
    };
    void prepare();
    return () => {
      here = false;
    };
  }, [settings]);

  useEffect(() => {
    const hear = ({ origin, data }: MessageEvent<unknown>) => {
      if (isFromMeta(origin, settings.sdkUrl)) session.current?.hear(data);
    };
    addEventListener('message', hear);
    return () => {
      removeEventListener('message', hear);
      session.current?.stop();
    };
  }, [settings.sdkUrl]);

  const finish = async ({ code, wabaId, phoneNumberId }: SignUpEnding & { kind: 'shared' }) => {
    setState({ at: 'finishing' });
    try {
      setState({
        at: 'answered',
        result: await api.numbers.signUp({
          code,
          wabaId,
          ...(phoneNumberId !== undefined && { phoneNumberId }),
        }),
      });
    } catch (error) {
      setState({ at: 'refused', error });
    }
  };

  const open: SignUp['open'] = (configId, featureType) => {
    session.current?.stop();
    const begun = new SignUpSession((ending) => {
      if (ending.kind === 'shared') void finish(ending);
      else setState({ at: 'ended', ending });
    });
    session.current = begun;
    setState({ at: 'waiting' });
    sdk.current?.login((answer) => begun.answer(answer.authResponse?.code ?? null), {
      config_id: configId,
      response_type: 'code',
      override_default_response_type: true,
      extras: { setup: {}, featureType, sessionInfoVersion: '3' },
    });
  };
  return { state, open };
}
