export { type Asker, type CallRoute, createCallRoute } from './http/call-route.ts';
export { type Actor, type Caller, type ContextOf, NOBODY, type WorkspaceContext } from './http/context.ts';
export { HTTP_SAYS, TITLES } from './http/http-sayings.ts';
export { fieldProblems } from './http/input-problems.ts';
export { INPUT_SAYS } from './http/input-sayings.ts';
export { openApiOf } from './http/openapi.ts';
export { answeredField, problemResponse } from './http/problem.ts';
export { type Route, route } from './http/route.ts';
export { createHttp, type HttpDeps, type Idempotency } from './http/server.ts';
