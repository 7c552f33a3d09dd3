import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { checkAccount } from './check.ts';
import { connectAccount } from './connect.ts';
import { disconnectAccount } from './disconnect.ts';
import { listConnections } from './list.ts';
import { scopeOf, whileFew, type NumbersParts } from './numbers-parts.ts';
import { refreshNumber } from './refresh.ts';
import { register, requestCode, verifyCode } from './registration.ts';
import { beginSecretChange, cancelSecretChange, finishSecretChange } from './secret-change.ts';
import { finishSignUp } from './sign-up.ts';
import { signUpSettings } from './sign-up-settings.ts';

export function numbersRoutes(parts: NumbersParts): Route[] {
  return workspaceRoutes('numbers', contract.numbers, {
    list: ({ tx, caller }) => listConnections(tx, caller, parts.webhookUrl()),
    connect: (call) =>
      whileFew((signal) =>
        connectAccount(parts, scopeOf(call), { ...call.input, by: 'hand' }, { now: call.tx.now, signal }),
      ),
    signUpSettings: () => signUpSettings(parts),
    signUp: (call) =>
      whileFew((signal) => finishSignUp(parts, scopeOf(call), call.input, { now: call.tx.now, signal })),
    check: (call) =>
      whileFew((signal) => checkAccount(parts, scopeOf(call), { ...call.input, now: call.tx.now, signal })),
    disconnect: (call) =>
      whileFew((signal) => disconnectAccount(parts, scopeOf(call), call.input.accountId, signal)),
    refresh: ({ tx, input }) => whileFew((signal) => refreshNumber(tx, parts, { ...input, signal })),
    requestCode: ({ tx, input }) => whileFew((signal) => requestCode(tx, parts, { ...input, signal })),
    verifyCode: ({ tx, input }) => whileFew((signal) => verifyCode(tx, parts, { ...input, signal })),
    register: ({ tx, input }) => whileFew((signal) => register(tx, parts, { ...input, signal })),
    beginSecretChange: ({ tx, caller, input: { appId, appSecret } }) =>
      whileFew((signal) => beginSecretChange({ tx, caller, appId }, parts, appSecret, signal)),
    finishSecretChange: ({ tx, caller, input: { appId } }) =>
      finishSecretChange({ tx, caller, appId }, parts),
    cancelSecretChange: ({ tx, caller, input: { appId } }) =>
      cancelSecretChange({ tx, caller, appId }, parts),
  });
}
