import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

export interface Disclosure {
  isOpen: boolean;
  /** Attributes of the button, as the ARIA Authoring Practices have them. */
  button: { 'aria-expanded': boolean; 'aria-controls': string; onClick: () => void };
  /** Attributes of what it unfolds. */
  content: { id: string; hidden: boolean; ref: RefObject<HTMLDivElement | null> };
}

/** Something folded that a button unfolds; it then comes into sight. */
export function useDisclosure(): Disclosure {
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (isOpen) content.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return {
    isOpen,
    button: { 'aria-expanded': isOpen, 'aria-controls': id, onClick: () => setIsOpen(!isOpen) },
    content: { id, hidden: !isOpen, ref: content },
  };
}
