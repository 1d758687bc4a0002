import { splitColors } from './answer-pieces.ts';

/** A text as it is, with a swatch before each colour it names. */
export function PlainText({ text }: { text: string }) {
  return (
    <>
      {splitColors(text).map((piece, index) =>
        piece.isColor ? (
          <span key={index} class="color">
            <Swatch color={piece.text} />
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

/** @param color `#rrggbb` or `#rrggbbaa` */
export function Swatch({ color }: { color: string }) {
  return <span class="swatch" aria-hidden="true" style={{ backgroundColor: color }} />;
}
