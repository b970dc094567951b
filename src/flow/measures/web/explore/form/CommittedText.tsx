import { useEffect, useState } from 'react';
import { TextField } from '#web/ui/TextField.tsx';

export interface CommittedTextProps {
  readonly value: string;
  /** Called when the box is left or Enter is pressed, if the text is another. */
  readonly onCommit: (text: string) => void;
  readonly label?: string;
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly className?: string;
}

/** A line of text that counts once it is finished: half a word is no question. */
export const CommittedText = ({ value, onCommit, label, placeholder, mono, className }: CommittedTextProps) => {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => text.trim() !== value && onCommit(text.trim());
  return (
    <TextField
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
      className={mono ? `font-mono text-12 ${className ?? ''}` : className}
      spellCheck={!mono}
    />
  );
};
