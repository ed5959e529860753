/** Lists a reader's texts: “a”, “b” and “c”, each in its own direction. */
export function QuotedTexts({ texts }: { texts: readonly string[] }) {
  return texts.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word may occur twice, and the list never changes.
    <span key={index}>
      {index > 0 && (index === texts.length - 1 ? ' and ' : ', ')}“<bdi>{text}</bdi>”
    </span>
  ))
}
