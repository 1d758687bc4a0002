import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../shared/button.tsx';
import { useChat } from './context.ts';

/** Milliseconds for which a button says that it copied. */
const COPIED_FOR = 1500;

/** Copies, and says for a moment that it did. */
export function CopyButton({ label, onCopy }: { label: string; onCopy: () => void }) {
  const { strings } = useChat();
  const [isCopied, setIsCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = () => {
    onCopy();
    setIsCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsCopied(false), COPIED_FOR);
  };
  return <IconButton icon={isCopied ? 'check' : 'copy'} label={isCopied ? strings.copied : label} onClick={copy} />;
}
