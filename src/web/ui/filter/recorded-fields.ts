const RECORDED: ReadonlySet<string> = new Set(['name', 'domain', 'industry', 'country', 'channel', 'plan', 'seats', 'owner']);

/** Is this field of an account a recorded attribute, and so known as of any day? Figures and signals are known only now. */
export const isRecordedField = ({ key }: { readonly key: string }): boolean => RECORDED.has(key) || key.startsWith('x.');
