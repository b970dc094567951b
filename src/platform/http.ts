export { type Actor, type Caller, type ContextOf, NOBODY, type WorkspaceContext } from './http/context.ts';
export { openApiOf } from './http/openapi.ts';
export { problemResponse } from './http/problem.ts';
export { type Route, route } from './http/route.ts';
export { createHttp, type HttpDeps, type Idempotency } from './http/server.ts';
