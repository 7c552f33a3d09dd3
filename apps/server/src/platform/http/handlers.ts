import type {
  AnyContractRouter,
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract';
import type { ProcedureMeta } from '@trikon/contract';
import type { Database, Tx } from '../db/index.ts';
import type { Refusal } from '../errors/index.ts';
import type { Caller, Person, RequestOrigin } from './caller.ts';

/** Inside a workspace: the transaction is open and commits when the verb returns. */
interface WorkspaceCall<Input> {
  tx: Tx;
  input: Input;
  caller: Caller;
  /** The client's own name for this request, where it gave one. */
  idempotencyKey?: string;
}

/** For a person's own account, which spans workspaces. */
interface PersonCall<Input> {
  db: Database;
  input: Input;
  caller: Person;
}

interface PublicCall<Input> {
  db: Database;
  input: Input;
  origin: RequestOrigin;
}

type Handler<Call, Output> = (call: Call) => Promise<Output> | Output;

export type WorkspaceHandlers<Router> = {
  [Name in keyof Router]: Router[Name] extends ContractProcedure<infer In, infer Out, ErrorMap, ProcedureMeta>
    ? Handler<WorkspaceCall<Parsed<In>>, Answer<Out> | Refusal>
    : never;
};

export type PersonHandlers<Router> = {
  [Name in keyof Router]: Router[Name] extends ContractProcedure<infer In, infer Out, ErrorMap, ProcedureMeta>
    ? Handler<PersonCall<Parsed<In>>, Answer<Out>>
    : never;
};

export type PublicHandlers<Router> = {
  [Name in keyof Router]: Router[Name] extends ContractProcedure<infer In, infer Out, ErrorMap, ProcedureMeta>
    ? Handler<PublicCall<Parsed<In>>, Answer<Out>>
    : never;
};

type Parsed<In extends AnySchema> = InferSchemaOutput<In>;
type Answer<Out extends AnySchema> = InferSchemaInput<Out>;

export type Procedure = ContractProcedure<AnySchema, AnySchema, ErrorMap, ProcedureMeta>;

/** A contract procedure and what answers it. */
export type Route =
  | { kind: 'workspace'; name: string; procedure: Procedure; handler: Handler<WorkspaceCall<never>, unknown> }
  | { kind: 'person'; name: string; procedure: Procedure; handler: Handler<PersonCall<never>, unknown> }
  | { kind: 'public'; name: string; procedure: Procedure; handler: Handler<PublicCall<never>, unknown> };

type Kind = Route['kind'];

const kindOf = ({ access }: ProcedureMeta): Kind =>
  access === 'public' ? 'public' : access === 'signed-in' ? 'person' : 'workspace';

/** Answers a group of procedures that act inside a workspace. */
export const workspaceRoutes = <Router extends AnyContractRouter>(
  noun: string,
  router: Router,
  handlers: WorkspaceHandlers<Router>,
): Route[] => pair('workspace', noun, router, handlers);

export const personRoutes = <Router extends AnyContractRouter>(
  noun: string,
  router: Router,
  handlers: PersonHandlers<Router>,
): Route[] => pair('person', noun, router, handlers);

export const publicRoutes = <Router extends AnyContractRouter>(
  noun: string,
  router: Router,
  handlers: PublicHandlers<Router>,
): Route[] => pair('public', noun, router, handlers);

function pair(kind: Kind, noun: string, router: AnyContractRouter, handlers: object): Route[] {
  return Object.entries(router as Record<string, Procedure>).map(([verb, procedure]) => {
    const name = `${noun}.${verb}`;
    const handler = (handlers as Record<string, unknown>)[verb];
    if (typeof handler !== 'function') throw new Error(`Nothing answers the procedure ${name}.`);
    if (kindOf(procedure['~orpc'].meta) !== kind) {
      throw new Error(`The procedure ${name} is answered as ${kind}, which its access does not allow.`);
    }
    return { kind, name, procedure, handler } as Route;
  });
}
