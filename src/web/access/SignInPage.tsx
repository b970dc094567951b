import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { Doorway } from './Doorway.tsx';
import { enter, wantedPlace } from './places.ts';
import { type AuthRefusal, signIn } from './session-calls.ts';
import { accessText } from './text.ts';

/** Lets a member in. */
export const SignInPage = () => {
  const t = useText(accessText);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const refused = await signIn({ email, password });
    if (!refused) return enter(wantedPlace());
    setRefusal(refused);
    setBusy(false);
  };
  const error = refusal && (refusal === 'wrong' ? t('signIn.wrong') : t('signIn.failed'));
  return (
    <Doorway title={t('signIn.title')} foot={<span className="text-muted">{t('signIn.invited')}</span>} onSubmit={() => void submit()}>
      <FormField label={t('signIn.email')}>
        <TextField type="email" autoComplete="username" required autoFocus value={email} onChange={setEmail} />
      </FormField>
      <FormField label={t('signIn.password')} {...(error ? { error } : {})}>
        <TextField type="password" autoComplete="current-password" required value={password} onChange={setPassword} />
      </FormField>
      <Button look="primary" type="submit" pending={busy}>
        {t('signIn.submit')}
      </Button>
    </Doorway>
  );
};
