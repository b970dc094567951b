import { useState } from 'react';
import { acceptInvitation } from '#platform/access/contracts.ts';
import { call } from '#web/api.ts';
import { useMe } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Link } from '#web/ui/Link.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { Doorway } from './Doorway.tsx';
import { enter, invitationToken } from './places.ts';
import { type AuthRefusal, signUp } from './session-calls.ts';
import { accessText } from './text.ts';

const SHORTEST = 10;

/** Makes the first account, or the account of somebody invited. */
export const SignUpPage = () => {
  const t = useText(accessText);
  const me = useMe();
  const token = invitationToken();
  const [input, setInput] = useState({ name: '', email: '', password: '' });
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (key: keyof typeof input) => (value: string) => setInput({ ...input, [key]: value });
  const submit = async () => {
    if (input.password.length < SHORTEST) return setRefusal('short');
    setBusy(true);
    const refused = await signUp(input, token);
    if (refused) {
      setRefusal(refused);
      return setBusy(false);
    }
    if (token) await call(acceptInvitation, { body: { token } }).catch(() => undefined);
    enter('/');
  };
  const emailError = refusal === 'taken' ? t('signUp.taken') : undefined;
  const otherError =
    refusal && refusal !== 'taken'
      ? { short: t('signUp.short'), closed: t('signUp.closed'), failed: t('signIn.failed'), wrong: t('signIn.failed') }[refusal]
      : undefined;
  const closed = me.data && !me.data.fresh && !token;
  return (
    <Doorway
      title={t(token ? 'signUp.joinTitle' : 'signUp.title')}
      lead={closed ? t('signUp.closed') : t(token ? 'signUp.joinLead' : 'signUp.lead')}
      foot={
        <Link to="//sign-in" look="text">
          {t('signUp.toSignIn')}
        </Link>
      }
      onSubmit={() => void submit()}
    >
      <FormField label={t('signUp.name')}>
        <TextField autoComplete="name" required autoFocus value={input.name} onChange={set('name')} />
      </FormField>
      <FormField label={t('signIn.email')} {...(emailError ? { error: emailError } : {})}>
        <TextField type="email" autoComplete="username" required value={input.email} onChange={set('email')} />
      </FormField>
      <FormField label={t('signIn.password')} hint={t('signUp.passwordHint')} {...(otherError ? { error: otherError } : {})}>
        <TextField type="password" autoComplete="new-password" required value={input.password} onChange={set('password')} />
      </FormField>
      <Button look="primary" type="submit" pending={busy}>
        {t('signUp.submit')}
      </Button>
    </Doorway>
  );
};
