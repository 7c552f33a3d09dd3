import { Refusal } from '../../platform/errors/index.ts';
import { connectAccount, connectSteps, type Connected } from './connect.ts';
import { openGraph, limitsOf, type GraphPlace } from './graph.ts';
import { answerOf, refusalWith } from './meta-problem.ts';
import type { NumbersParts, Scope, SignUpApp } from './numbers-parts.ts';
import { beginWalk, StepFailed } from './steps.ts';

interface SignedUp {
  code: string;
  wabaId: string;
  phoneNumberId?: string | undefined;
}

/** Finishes Embedded Signup (Meta, "Onboarding business customers as a Tech Provider"): the code lives for 30 seconds. */
export async function finishSignUp(
  parts: NumbersParts,
  scope: Scope,
  { code, ...chosen }: SignedUp,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<Connected> {
  const { graph, signUp } = parts;
  if (signUp === null) throw notSetUp();
  const walk = beginWalk();
  const token = await walk.attempt('token', async () => {
    const value = await exchangeCode(graph, { signUp, code, signal });
    return { value, sentence: 'Meta gave a token for the sign-up.' };
  });
  if (token === undefined) return { accountId: null, steps: walk.report(connectSteps) };
  const { metaAppId, appSecret } = signUp;
  return connectAccount(
    parts,
    scope,
    { metaAppId, appSecret, token, by: 'sign-up', ...chosen },
    { now, signal, walk },
  );
}

const notSetUp = (): Refusal =>
  new Refusal(
    'conflict',
    'Embedded Signup is not set up here. Whoever runs this installation sets TRIKON_META_APP_ID, TRIKON_META_APP_SECRET and TRIKON_META_CONFIG_ID.',
  );

async function exchangeCode(
  place: GraphPlace,
  { signUp, code, signal }: { signUp: SignUpApp; code: string; signal: AbortSignal },
): Promise<string> {
  try {
    const graph = openGraph(place, signUp);
    const { token } = await graph.exchangeCode({ appId: signUp.metaAppId, code }, limitsOf(signal));
    return token;
  } catch (error) {
    const refused = refusalWith(error, 100);
    if (refused === null) throw error;
    throw new StepFailed(
      'code_refused',
      'Meta does not accept the code of this sign-up: it counts once and for 30 seconds. Start the sign-up again.',
      answerOf(refused),
    );
  }
}
