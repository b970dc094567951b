import { PERMISSIONS, type Permission } from '#kernel/endpoint.ts';
import type { Duty, Role } from './contracts.ts';

const EVERYONE: readonly Permission[] = ['records.read'];
const WORKER: readonly Permission[] = ['records.read', 'records.write', 'import.run'];

const BY_DUTY: Readonly<Record<Duty, readonly Permission[]>> = {
  marketing: ['personal.read', 'plays.write'],
  sales: ['personal.read', 'money.read'],
  success: ['personal.read', 'money.read', 'plays.write'],
  product: ['plays.write'],
  support: ['personal.read'],
  finance: ['money.read'],
  executive: ['personal.read', 'money.read'],
  developer: ['ingest', 'keys.write'],
};

/** What may a member of this role and duty do? Owners and admins everything, viewers only read what is neither money nor personal. */
export const permissionsOf = (role: Role, duty: Duty | null): readonly Permission[] => {
  if (role === 'owner' || role === 'admin') return PERMISSIONS;
  if (role === 'viewer') return EVERYONE;
  return [...WORKER, ...(duty ? BY_DUTY[duty] : [])];
};
