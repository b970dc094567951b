import { hash, randomBytes } from 'node:crypto';

/** A new secret with a readable prefix; 32 bytes of entropy. */
export const newSecret = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** What is stored of a secret. Plain SHA-256 is enough for secrets of full entropy, and fast enough for every request. */
export const hashSecret = (secret: string): string => hash('sha256', secret);
