/**
 * Words, in Latin and Cyrillic letters, that say of updates that they are not installed, not yet, not wholly or not any more. A star
 * stands for any letters, an underscore for a blank.
 */
const WORDS: Readonly<Record<string, string>> = {
  English: `not *n't *n’t no none neither nor never nowhere nothing without cannot missing miss misses lack* absent pending outstanding needed need
    needs required failed available staged superseded will shall should must plan* todo to_do to_be to_install want* uninstall* unverified
    unconfirmed unsuccess* unable unavailable unpatched unapplied approve* partial* partly half except elsewhere blocked declined rejected
    denied excluded ignored hidden skipped deferred postponed queued waiting on_hold aborted canceled cancelled revoked expired exempt
    rolled_back reverted removed taken_out n/a nok tomorrow tonight soon`,
  German: `nicht kein* niemals ohne fehl* ausstehend* geplant* soll* müssen werden benötigt* erforderlich* deinstall* entfernt* teilweise bald`,
  French: 'non pas jamais aucun* sans manqu* requis* désinstall* partiellement bientôt',
  Spanish: 'nunca ningun* sin falta* requerid* necesari* desinstalad* parcial*',
  Italian: 'mancan* nessun* senza richiest* disinstall* parzial*',
  Portuguese: 'não nenhum* sem necessári*',
  Dutch: 'niet geen nooit zonder ontbrek*',
  'Swedish, Danish, Norwegian, Finnish': 'inte ej sakna* ikke mangl* ei puuttu*',
  'Polish, Czech, Hungarian, Turkish': 'nie brak* není nejsou nem hiány* değil olmayan eksik*',
  Russian: 'не нет без отсутств*',
}
const ALTERNATIVES = Object.values(WORDS)
  .join(' ')
  .split(/\s+/)
  .map((word) => word.replaceAll('*', '\\p{L}*').replaceAll('_', ' '))
const ANY_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ALTERNATIVES.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
const EAST_ASIAN = /[未没沒缺無不]|ない|ません|않|없|미설치/u

/** Tells whether a text says of updates that they are not installed, or not yet, in the words of a dozen languages. */
export function saysNot(text: string): boolean {
  return ANY_WORD.test(text) || EAST_ASIAN.test(text)
}
