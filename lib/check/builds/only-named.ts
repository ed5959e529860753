/** What stands before a version that is wanted, required, compared with, or no more. */
const BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:fix(?:ed|es)?|should|shall|must|requires?|required|target\p{L}*|expect\p{L}*|min(?:imum)?|latest|newest|recommend\p{L}*|needs?|needed|least|upgrad\p{L}* (?:\p{L}+ )?to|updat\p{L}* (?:\p{L}+ )?to|patch\p{L}* (?:\p{L}+ )?to|available|goal|desired|baseline|planned|next|prior to|before|until|up to|(?:earlier|less|lower|older|newer|later|higher|greater) than|below|above|was|were|previous(?:ly)?|formerly|old|former|instead of|not|compared? (?:to|with)|versus|vs|reference|known good|vulnerable|affected|soll|ziel|empfohlen\p{L}*|erforderlich\p{L}*|benötigt\p{L}*|mindestens|neueste\p{L}*|vorher|zuvor|nicht|requise?|minimale?|recommandée?|dernière|avant|requerid[oa]|mínim[oa]|última|antes|richiest[oa]|minim[oa]|ultima)(?![\p{L}\p{N}])[^;\n]{0,40}|[<>≤≥]=?\s?|(?:-|=)>\s?|→\s?|\(?(?<![\p{L}\p{N}])(?:KB|Q)\d{6,7}\)?['")\]]*\s*v?|\bto\s)$/iu
/** What stands behind it. */
const AFTER =
  /^['")\]]*(?:\s?\+|\s*(?:(?:-|=)>|→)|[^.;\n]{0,30}(?<![\p{L}\p{N}])(?:(?:or|and|oder|ou|o) (?:later|higher|newer|above|greater|höher|neuer|supérieure?|superior)|(?:is|are|be|wird|ist) (?:required|needed|recommended|available|erforderlich|benötigt)|required|recommended|(?:could|did|does|can|is|has|was) ?(?:not|n['’]t)|failed|is the (?:latest|newest|target|goal))(?![\p{L}\p{N}]))/iu

/**
 * Tells whether the words beside a version say that it is wanted, required, compared with, no more, or that of an update's package.
 * Such a version is no evidence of what runs.
 */
export function isOnlyNamed(before: string, after: string): boolean {
  return BEFORE.test(before) || AFTER.test(after)
}
